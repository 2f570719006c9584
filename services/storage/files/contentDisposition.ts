const shownInBrowser = ['application/pdf', 'image/png', 'image/jpeg'];

/** The Content-Disposition of a file (RFC 6266, RFC 5987): PDF, PNG and JPEG open in the browser, others are downloaded. */
export function contentDisposition(name: string, contentType: string): string {
  const safe = safeName(name);
  const ascii = safe.replace(/[^\x20-\x7e]|["\\%]/gu, '_');
  const utf8 = encodeURIComponent(safe).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const disposition = shownInBrowser.includes(contentType) ? 'inline' : 'attachment';
  return `${disposition}; filename="${ascii}"; filename*=UTF-8''${utf8}`;
}

/** The last segment of a name, without characters that control a terminal, a header or the reading direction. */
function safeName(name: string): string {
  const segment = name.toWellFormed().split(/[/\\]/).at(-1) ?? '';
  const visible = [...segment.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')].slice(-150).join('').trim();
  return /^\.*$/.test(visible) ? 'file' : visible;
}
