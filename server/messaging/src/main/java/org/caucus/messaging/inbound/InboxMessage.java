package org.caucus.messaging.inbound;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.caucus.kernel.IdempotencyKey;
import org.caucus.kernel.Ref;
import org.caucus.kernel.WorkspaceId;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.smtp.server.Envelope;
import org.caucus.messaging.inbound.pipeline.Destination;
import org.caucus.messaging.inbound.pipeline.IncomingLetter;
import org.caucus.platform.eventlog.BlobId;
import org.jspecify.annotations.Nullable;

/**
 * One letter in the inbox, for one workspace.
 *
 * @param id random, in the order of arrival
 * @param blob its bytes, under the workspace's key
 * @param sender MAIL FROM; null for the null sender
 * @param helo the name the peer gave itself; empty for letters of before it was kept
 * @param holder the node that brings it to its end
 * @param destinations the addresses of this workspace it came to, at least one
 * @param readings how often it was given up before, and somebody wanted it read again
 */
record InboxMessage(
    String id,
    WorkspaceId workspace,
    BlobId blob,
    @Nullable MailAddress sender,
    InetAddress peer,
    String helo,
    Instant received,
    String holder,
    List<Destination> destinations,
    int readings) {
  InboxMessage {
    destinations = List.copyOf(destinations);
  }

  /** One that was not given up. */
  InboxMessage(
      String id,
      WorkspaceId workspace,
      BlobId blob,
      @Nullable MailAddress sender,
      InetAddress peer,
      String helo,
      Instant received,
      String holder,
      List<Destination> destinations) {
    this(id, workspace, blob, sender, peer, helo, received, holder, destinations, 0);
  }

  static InboxMessage of(
      String id,
      WorkspaceId workspace,
      BlobId blob,
      Envelope envelope,
      String holder,
      List<Destination> destinations) {
    return new InboxMessage(
        id,
        workspace,
        blob,
        envelope.sender(),
        envelope.peer(),
        envelope.helo(),
        envelope.received(),
        holder,
        destinations);
  }

  InboxMessage heldBy(String node) {
    return new InboxMessage(
        id, workspace, blob, sender, peer, helo, received, node, destinations, readings);
  }

  /** The letter, of which no more than the header is read. */
  IncomingLetter incoming(byte[] bytes) {
    RawLetter raw = RawLetter.of(bytes);
    ParsedLetter letter = ParsedLetter.head(raw);
    return new IncomingLetter(id, blob.value(), peer, sender, raw, letter, received).greeted(helo);
  }

  /** What makes its end at an address happen once. */
  String key(Destination to) {
    return IdempotencyKey.ofLetter(id, to.place());
  }

  /** An address without its scope: other nodes have other links. */
  static String literal(InetAddress address) {
    return address.getHostAddress().replaceFirst("%.*", "");
  }

  byte[] write() {
    JsonArray to = new JsonArray();
    for (Destination d : destinations) {
      to.add(
          new JsonObject()
              .put("address", d.address())
              .put("kind", d.thing().kind().name())
              .put("id", d.thing().id())
              .put("detail", d.detail()));
    }
    return new JsonObject()
        .put("workspace", workspace.value())
        .put("blob", blob.value())
        .put("sender", sender == null ? "" : sender.toString())
        .put("peer", literal(peer))
        .put("helo", helo)
        .put("received", received.toString())
        .put("node", holder)
        .put("readings", readings)
        .put("to", to)
        .encode()
        .getBytes(StandardCharsets.UTF_8);
  }

  static InboxMessage read(String id, byte[] plain) {
    JsonObject o = new JsonObject(new String(plain, StandardCharsets.UTF_8));
    WorkspaceId workspace = new WorkspaceId(o.getString("workspace"));
    List<Destination> to =
        o.getJsonArray("to").stream()
            .map(JsonObject.class::cast)
            .map(
                d ->
                    new Destination(
                        d.getString("address"),
                        workspace,
                        Ref.to(Ref.Kind.valueOf(d.getString("kind")), d.getString("id")),
                        d.getString("detail")))
            .toList();
    return new InboxMessage(
        id,
        workspace,
        new BlobId(o.getString("blob")),
        MailAddress.parse(o.getString("sender")).orElse(null),
        InetAddress.ofLiteral(o.getString("peer")),
        o.getString("helo", ""),
        Instant.parse(o.getString("received")),
        o.getString("node", ""),
        to,
        o.getInteger("readings", 0));
  }
}
