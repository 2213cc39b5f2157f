// Signs an operator in, or enrols a passkey by the link of `caucus operator add`. What is base64url in JSON is bytes here.
const button = document.getElementById('passkey');
const failed = document.getElementById('failed');
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

async function post(path, body) {
  const answer = await fetch(`/admin/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

const credential = (made, response) => ({ id: made.id, rawId: made.id, type: 'public-key', response });

async function signIn() {
  const told = await post('sign-in/options', {});
  const made = await navigator.credentials.get({ publicKey: { ...told, challenge: bytes(told.challenge) } });
  const { clientDataJSON, authenticatorData, signature, userHandle } = made.response;
  const response = {
    clientDataJSON: text(clientDataJSON), authenticatorData: text(authenticatorData), signature: text(signature),
    ...(userHandle ? { userHandle: text(userHandle) } : {}),
  };
  await post('sign-in', { credential: credential(made, response) });
}

async function enrol() {
  const token = location.hash.slice(1);
  const told = await post('enrol/options', { token });
  const publicKey = {
    ...told, challenge: bytes(told.challenge), user: { ...told.user, id: bytes(told.user.id) },
    excludeCredentials: told.excludeCredentials.map((known) => ({ ...known, id: bytes(known.id) })),
  };
  const made = await navigator.credentials.create({ publicKey });
  const { clientDataJSON, attestationObject } = made.response;
  const response = { clientDataJSON: text(clientDataJSON), attestationObject: text(attestationObject) };
  await post('enrol', { token, credential: credential(made, response) });
}

button.addEventListener('click', async () => {
  failed.hidden = true;
  button.disabled = true;
  try {
    await (button.dataset.way === 'enrol' ? enrol() : signIn());
    location.replace('/admin/workspaces');
  } catch {
    failed.hidden = false;
    button.disabled = false;
    button.focus();
  }
});
