package org.caucus.e2e.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;

/**
 * A device that keeps passkeys, as Chromium plays one (WebAuthn domain of its DevTools protocol).
 */
final class Authenticator {
  private final CDPSession cdp;
  private final String id;

  /** Put into the browser of this visitor; anyone who holds it is recognised, and touches it. */
  Authenticator(Visitor visitor) {
    cdp = visitor.context().newCDPSession(visitor.page());
    cdp.send("WebAuthn.enable");
    JsonObject options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    JsonObject wanted = new JsonObject();
    wanted.add("options", options);
    id = cdp.send("WebAuthn.addVirtualAuthenticator", wanted).get("authenticatorId").getAsString();
  }

  private JsonObject mine() {
    JsonObject mine = new JsonObject();
    mine.addProperty("authenticatorId", id);
    return mine;
  }

  /** Whether it recognises anyone who holds it. */
  void recognises(boolean holder) {
    JsonObject asked = mine();
    asked.addProperty("isUserVerified", holder);
    cdp.send("WebAuthn.setUserVerified", asked);
  }

  /** Its only passkey. */
  JsonObject passkey() {
    return cdp.send("WebAuthn.getCredentials", mine())
        .getAsJsonArray("credentials")
        .get(0)
        .getAsJsonObject();
  }

  /** Has this passkey in place of its own, as a copy of it would. */
  void become(JsonObject copy) {
    cdp.send("WebAuthn.clearCredentials", mine());
    JsonObject asked = mine();
    asked.add("credential", copy);
    cdp.send("WebAuthn.addCredential", asked);
  }
}
