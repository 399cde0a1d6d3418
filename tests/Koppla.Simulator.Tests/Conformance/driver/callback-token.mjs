// Checks the bearer token of a callback with node's own cryptography, from the published metadata on.
import assert from 'node:assert/strict';
import { createPublicKey, verify } from 'node:crypto';

const decode = part => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
const read = async address => (await fetch(address)).json();

export async function tokenChecker(metadataAddress, audience) {
  const metadata = await read(metadataAddress);
  const { keys } = await read(metadata.jwks_uri);

  return authorization => {
    const [scheme, token] = (authorization ?? '').split(' ');
    assert.equal(scheme, 'Bearer', 'a callback carries a bearer token');
    const [header, payload, signature] = token.split('.');
    const { alg, kid } = decode(header);
    assert.equal(alg, 'RS256');
    const key = keys.find(key => key.kid === kid);
    assert.ok(key, 'the key of the token is published');
    const signed = verify('RSA-SHA256', Buffer.from(`${header}.${payload}`), createPublicKey({ key, format: 'jwk' }), Buffer.from(signature, 'base64url'));
    assert.ok(signed, 'the signature is that of the key');

    const { iss, aud, nbf, exp } = decode(payload);
    const now = Date.now() / 1000;
    assert.equal(iss, metadata.issuer);
    assert.equal(aud, audience);
    assert.ok(nbf <= now + 1 && now < exp, 'the token is in force');
    assert.equal(exp - nbf, 300, 'the token is good for five minutes');
  };
}
