import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';

export interface Circumstances {
  /** The page that asks. */
  origin?: string;
  /** Whether the device has made sure who holds it. */
  isVerified?: boolean;
  /** The counter that it reports, in place of its own. */
  counter?: number;
}

/** A device that keeps one passkey: WebAuthn level 3, ES256, no attestation. */
export function newDevice() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const id = randomBytes(16);
  let uses = 0;

  /** Section 6.1: the hash of the site, flags, and the counter. */
  function authenticatorData(
    rpId: string,
    { isVerified = true, counter }: Circumstances,
    made = '',
  ) {
    uses += 1;
    const flags = 0x01 | (isVerified ? 0x04 : 0) | (made ? 0x40 : 0);
    const head = Buffer.alloc(5);
    head.writeUInt8(flags);
    head.writeUInt32BE(counter ?? uses, 1);
    return Buffer.concat([sha256(rpId), head, Buffer.from(made, 'hex')]);
  }

  return {
    create(
      { challenge, rp }: PublicKeyCredentialCreationOptionsJSON,
      circumstances: Circumstances = {},
    ): RegistrationResponseJSON {
      // The COSE key, RFC 9053: {1: 2, 3: -7, -1: 1, -2: x, -3: y}.
      const key = `a5010203262001215820${hex(x)}225820${hex(y)}`;
      const data = authenticatorData(
        rp.id ?? '',
        circumstances,
        `${'00'.repeat(16)}0010${id.toString('hex')}${key}`,
      );
      // {"fmt": "none", "attStmt": {}, "authData": data}
      const attestation = Buffer.concat([
        Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746158', 'hex'),
        Buffer.from([data.length]),
        data,
      ]);
      return {
        ...{ id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key' },
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData('webauthn.create', challenge, circumstances),
          attestationObject: attestation.toString('base64url'),
        },
      };
    },
    use(
      { challenge, rpId = '' }: PublicKeyCredentialRequestOptionsJSON,
      circumstances: Circumstances = {},
    ): AuthenticationResponseJSON {
      const data = authenticatorData(rpId, circumstances);
      const clientDataJSON = clientData('webauthn.get', challenge, circumstances);
      const signed = Buffer.concat([data, sha256(Buffer.from(clientDataJSON, 'base64url'))]);
      return {
        ...{ id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key' },
        clientExtensionResults: {},
        response: {
          clientDataJSON,
          authenticatorData: data.toString('base64url'),
          signature: sign('sha256', signed, privateKey).toString('base64url'),
        },
      };
    },
  };
}

function clientData(type: string, challenge: string, { origin }: Circumstances): string {
  const data = { type, challenge, origin: origin ?? 'http://localhost:3000', crossOrigin: false };
  return Buffer.from(JSON.stringify(data)).toString('base64url');
}

function sha256(data: string | Buffer): Buffer {
  return createHash('sha256').update(data).digest();
}

function hex(base64url: string): string {
  return Buffer.from(base64url, 'base64url').toString('hex');
}
