using System.Net;

namespace Lupaus.Mail.Smtp;

/// <summary>A message that came in by SMTP or LMTP.</summary>
/// <param name="From">Where failures are told; empty for nobody.</param>
/// <param name="Recipients">Those that were taken, at least one.</param>
/// <param name="Content">The message, lines ending in CR LF, with our Return-Path and Received on top (RFC 5321, 4.4).</param>
/// <param name="Client">Who brought it.</param>
/// <param name="HelloName">What that one calls itself. Anybody can call itself anything.</param>
/// <param name="IsProtected">Whether it came over TLS.</param>
public sealed record ReceivedMail(string From, IReadOnlyList<string> Recipients, ReadOnlyMemory<byte> Content, IPAddress Client, string HelloName, bool IsProtected);
