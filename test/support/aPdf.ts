const header = '%PDF-1.4\n';

/** The smallest PDF that viewers open: one page with one line of text (letters, digits and spaces). */
export function aPdf(line: string): Buffer<ArrayBuffer> {
  const text = `BT /F1 18 Tf 60 760 Td (${line.replaceAll(/[^\w ]/g, ' ')}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ].map((body, index) => `${index + 1} 0 obj\n${body}\nendobj\n`);
  const offsets = objects.map((_, index) => header.length + objects.slice(0, index).join('').length);
  const body = objects.join('');
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R >>\n`;
  return Buffer.from(`${header}${body}${table}startxref\n${header.length + body.length}\n%%EOF\n`, 'latin1');
}
