// The API's reference: Scalar's program, from our own house, told to fetch nothing from anywhere else.
const place = document.getElementById('reference');
const script = document.createElement('script');
script.src = '/vendor/scalar/standalone.js';
script.onload = () => {
  place.hidden = false;
  document.querySelector('.plain').hidden = true;
  Scalar.createApiReference(place, {
    url: place.dataset.document,
    withDefaultFonts: false,
    telemetry: false,
    hideClientButton: true,
    documentDownloadType: 'none',
    showDeveloperTools: 'never',
    agent: { disabled: true },
    mcp: { disabled: true },
    hideDarkModeToggle: false,
    defaultOpenAllTags: false,
    hideModels: false,
    persistAuth: false,
    defaultHttpClient: { targetKey: 'shell', clientKey: 'curl' },
    customCss: ':root { --scalar-font: "Inter Variable", Inter, system-ui, sans-serif; --scalar-font-code: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }',
  });
};
document.head.append(script);
