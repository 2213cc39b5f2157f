package org.caucus.views.push;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.caucus.kernel.Message;
import org.caucus.views.outbound.PublicHttpClient;
import org.caucus.views.outbound.PublicHttpClient.Reply;

/**
 * Hands one message to the push service of a device (RFC 8030): sealed for that browser, signed for
 * that service. All pushes have the same length and the same headers, but for what is random.
 */
public final class PushSender {
  private final PublicHttpClient line;
  private final VapidKeys keys;
  private final PushHosts hosts;
  private final String contact;

  /**
   * A sender.
   *
   * @param contact an address of this installation, which push services are told
   */
  public PushSender(PublicHttpClient line, VapidKeys keys, PushHosts hosts, String contact) {
    this.line = line;
    this.keys = keys;
    this.hosts = hosts;
    this.contact = contact;
  }

  /** Sends, and says what becomes of it. Blocks. */
  PushVerdict send(PushDevice device, JsonObject message, int tries, Instant now) {
    URI endpoint = device.target().uri();
    Optional<VapidKey> key = keys.find(device.target().vapid());
    if (key.isEmpty() || !hosts.holds(endpoint)) {
      return new PushVerdict.Gone(Message.of("push-service-unknown", "host", endpoint.getHost()));
    }
    byte[] body =
        WebPushCipher.sealed(
            PushContent.bytes(message), device.target().key(), device.target().secret());
    Map<String, String> headers =
        Map.of(
            "ttl",
            Long.toString(PushWorker.TTL.toSeconds()),
            "urgency",
            "normal",
            "topic",
            device.topic(),
            "content-encoding",
            "aes128gcm",
            "content-type",
            "application/octet-stream",
            "authorization",
            key.get().authorization(endpoint, contact, now));
    Reply reply = line.post(endpoint, headers, Buffer.buffer(body));
    return PushVerdict.of(reply, tries, now);
  }
}
