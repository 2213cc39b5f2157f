package org.caucus.views.stream;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A frame as it goes over the wire: a server-sent event (WHATWG HTML, section 9.2), its position
 * being the event's id, already within a chunk of HTTP/1.1 (RFC 9112, section 7.1), so that it is
 * made once for all who are shown it.
 */
final class SseFrame {
  private static final byte[] END = "\r\n".getBytes(StandardCharsets.US_ASCII);

  /** Says that the reader's bell says something else now; it has no position, and no words. */
  static final SseFrame BELL = of("event: bell\ndata: {}\n\n");

  /** Says that its reader has read something, or marked it as unread; it has no position. */
  static final SseFrame READ = of("event: read\ndata: {}\n\n");

  private final byte[] bytes;
  private final int from;

  private SseFrame(byte[] bytes, int from) {
    this.bytes = bytes;
    this.from = from;
  }

  /** Of this frame. */
  static SseFrame of(JsonObject frame) {
    return of("id: " + frame.getString("position") + "\ndata: " + frame.encode() + "\n\n");
  }

  /**
   * Stands before the frame of an act of the reader's own, and is part of its event: the key that
   * it was asked for under, in a field that a browser that does not know it passes over.
   */
  static SseFrame key(String key) {
    return of("key: " + key + "\n");
  }

  /** Says that its reader changed a draft, on whichever device; it has no position. */
  static SseFrame draft(String id, String version) {
    JsonObject said = new JsonObject().put("id", id).put("version", version);
    return of("event: draft\ndata: " + said.encode() + "\n\n");
  }

  private static SseFrame of(String event) {
    byte[] content = event.getBytes(StandardCharsets.UTF_8);
    byte[] head = head(content.length);
    byte[] all = Arrays.copyOf(head, head.length + content.length + END.length);
    System.arraycopy(content, 0, all, head.length, content.length);
    System.arraycopy(END, 0, all, head.length + content.length, END.length);
    return new SseFrame(all, head.length);
  }

  private static byte[] head(int bytes) {
    return (Integer.toHexString(bytes) + "\r\n").getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * All of these as one chunk, without copying what is in them. Of several chunks that come
   * together some browsers show the first, and the others at the next {@link Nudge}.
   */
  static ByteBuf joined(List<SseFrame> chunks) {
    if (chunks.size() == 1) {
      return Unpooled.wrappedBuffer(chunks.getFirst().bytes);
    }
    ByteBuf[] parts = new ByteBuf[chunks.size() + 2];
    parts[0] = Unpooled.wrappedBuffer(head(chunks.stream().mapToInt(SseFrame::length).sum()));
    for (int i = 0; i < chunks.size(); i++) {
      parts[i + 1] = chunks.get(i).content();
    }
    parts[chunks.size() + 1] = Unpooled.wrappedBuffer(END);
    return Unpooled.wrappedBuffer(parts.length, parts);
  }

  /** Bytes of its event. */
  int length() {
    return bytes.length - END.length - from;
  }

  private ByteBuf content() {
    return Unpooled.wrappedBuffer(bytes, from, length());
  }

  /** The event alone, for a connection that has its own way to frame it. */
  Buffer event() {
    return Buffer.buffer(Arrays.copyOfRange(bytes, from, from + length()));
  }
}
