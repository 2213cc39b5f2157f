// Beside each text of the build its gzip and its brotli, as small as they get: made once here, never while somebody waits.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const TEXT = /\.(js|css|html|svg|webmanifest)$/;

for (const name of readdirSync('dist', { recursive: true })) {
  if (!TEXT.test(name)) continue;
  const plain = readFileSync(`dist/${name}`);
  writeFileSync(`dist/${name}.gz`, gzipSync(plain, { level: 9 }));
  writeFileSync(`dist/${name}.br`, brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }));
}
