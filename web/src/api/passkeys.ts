// Between the contract and the browser's Web Authentication: what is base64url in JSON is bytes there.
import { api, newKey } from './api';
import type { Me, Passkey, StepUpState } from './types';

/** The browser's dialog was closed, or no passkey of this site is at hand. */
export class NotConfirmed extends Error {}

type Bytes = Uint8Array<ArrayBuffer>;
interface Told { challenge: string; rpId?: string; timeout?: number; userVerification?: UserVerificationRequirement }
interface Offered extends Told {
  rp: PublicKeyCredentialRpEntity; user: { id: string; name: string; displayName: string };
  pubKeyCredParams: PublicKeyCredentialParameters[]; authenticatorSelection: AuthenticatorSelectionCriteria;
  excludeCredentials: { type: 'public-key'; id: string }[];
}

const bytes = (text: string): Bytes =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));
const text = (buffer: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

/**
 * Why there are none here, if so: the browser knows of none, or the page is open under what they cannot belong to. They
 * belong to a name: there are none for a bare network address, and none over a line that anybody can change, where
 * browsers hide them.
 */
export function noPasskeys(): 'browser' | 'address' | undefined {
  if (!isSecureContext || /^[\d.]+$|:/.test(location.hostname)) return 'address';
  return typeof PublicKeyCredential === 'undefined' ? 'browser' : undefined;
}
export const passkeysWork = (): boolean => noPasskeys() === undefined;

/** Whether the browser offers passkeys in the field where one would type an address. */
export const offersInField = async (): Promise<boolean> =>
  passkeysWork() && ((await PublicKeyCredential.isConditionalMediationAvailable?.()) ?? false);

async function asked<A>(ask: Promise<Credential | null>, read: (credential: PublicKeyCredential) => A): Promise<A> {
  try {
    return read((await ask) as PublicKeyCredential);
  } catch (error) {
    throw new NotConfirmed('passkey', { cause: error });
  }
}

async function signed(signal?: AbortSignal, mediation?: CredentialMediationRequirement) {
  const told = (await api.passkeyChallenge(newKey())) as unknown as Told;
  const publicKey = { ...told, challenge: bytes(told.challenge) };
  return asked(navigator.credentials.get({ publicKey, signal, mediation }), (credential) => {
    const response = credential.response as AuthenticatorAssertionResponse;
    return {
      id: credential.id, rawId: credential.id, type: 'public-key' as const,
      response: {
        clientDataJSON: text(response.clientDataJSON), authenticatorData: text(response.authenticatorData), signature: text(response.signature),
        ...(response.userHandle ? { userHandle: text(response.userHandle) } : {}),
      },
    };
  });
}

/** Signs in; in the field, waits until one is chosen there or `signal` says to stop. */
export const enter = async (signal?: AbortSignal): Promise<Me> =>
  api.signInWithPasskey(await signed(signal, signal ? 'conditional' : undefined), newKey());

/** A fresh proof of who is signed in. */
export const prove = async (): Promise<StepUpState> => api.stepUp({ passkey: await signed() }, newKey());

/** Makes one for this site, on this device or another. */
export async function make(name: string): Promise<Passkey> {
  const told = (await api.offerPasskey(newKey())) as unknown as Offered;
  const publicKey = {
    ...told, challenge: bytes(told.challenge), user: { ...told.user, id: bytes(told.user.id) },
    excludeCredentials: told.excludeCredentials.map((known) => ({ ...known, id: bytes(known.id) })),
  };
  const credential = await asked(navigator.credentials.create({ publicKey }), (made) => {
    const response = made.response as AuthenticatorAttestationResponse;
    return {
      id: made.id, rawId: made.id, type: 'public-key' as const,
      response: { clientDataJSON: text(response.clientDataJSON), attestationObject: text(response.attestationObject) },
    };
  });
  return api.addPasskey({ name, credential }, newKey());
}
