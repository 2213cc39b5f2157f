// Opens pushes with `http_ece` (RFC 8291), and checks by whom each is (RFC 8292): with nothing of the server's own. Reads a line of
// JSON for each, { body, key, secret, auth, authorization, audience }, and prints one, { text } or { fault }.
import { createECDH, createPublicKey, verify } from 'node:crypto';
import { createInterface } from 'node:readline';
import ece from 'http_ece';

const bytes = (text) => Buffer.from(text, 'base64url');

function checked({ authorization, key, audience, now }) {
  const [, token, shown] = /^vapid t=([\w-]+\.[\w-]+\.[\w-]+), k=([\w-]+)$/.exec(authorization) ?? [];
  if (!token || shown !== key) throw new Error(`not signed for this subscription: ${authorization}`);
  const point = bytes(key);
  const jwk = { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') };
  const [head, claims, signature] = token.split('.');
  if (JSON.parse(bytes(head)).alg !== 'ES256') throw new Error('not ES256');
  const signs = { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' };
  if (!verify('sha256', Buffer.from(`${head}.${claims}`), signs, bytes(signature))) throw new Error('the signature is wrong');
  const { aud, exp, sub } = JSON.parse(bytes(claims));
  if (aud !== audience) throw new Error(`for ${aud}, not ${audience}`);
  if (exp <= now || exp > now + 24 * 60 * 60) throw new Error(`good until ${exp}, and it is ${now}`);
  if (!/^(mailto:|https:)/.test(sub)) throw new Error(`nobody to reach: ${sub}`);
}

function opened({ body, secret, auth }) {
  const own = createECDH('prime256v1');
  own.setPrivateKey(bytes(secret));
  return ece.decrypt(bytes(body), { version: 'aes128gcm', privateKey: own, authSecret: auth }).toString();
}

for await (const line of createInterface({ input: process.stdin })) {
  const push = JSON.parse(line);
  try {
    checked(push);
    console.log(JSON.stringify({ text: opened(push) }));
  } catch (fault) {
    console.log(JSON.stringify({ fault: String(fault) }));
  }
}
