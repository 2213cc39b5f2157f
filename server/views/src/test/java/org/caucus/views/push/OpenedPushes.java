package org.caucus.views.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.caucus.kernel.support.Checkout;

/**
 * Pushes as a browser would open them, by npm's {@code http_ece}: nothing of the server's own
 * sealing and signing is in it.
 */
final class OpenedPushes {
  private OpenedPushes() {}

  /** What each says; one that cannot be opened, or is not signed as it must be, is an error. */
  static List<JsonObject> of(List<JsonObject> pushes) throws IOException, InterruptedException {
    Process opens =
        new ProcessBuilder("node", Checkout.root("web/test/push-opened.mjs").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String asked = pushes.stream().map(JsonObject::encode).collect(Collectors.joining("\n"));
    opens.getOutputStream().write(asked.getBytes(UTF_8));
    opens.getOutputStream().close();
    String said = new String(opens.getInputStream().readAllBytes(), UTF_8);
    if (opens.waitFor() != 0) {
      throw new IOException("node ended with " + opens.exitValue());
    }
    return said.lines().map(JsonObject::new).map(OpenedPushes::message).toList();
  }

  private static JsonObject message(JsonObject opened) {
    if (opened.containsKey("fault")) {
      throw new AssertionError(opened.getString("fault"));
    }
    return new JsonObject(opened.getString("text"));
  }
}
