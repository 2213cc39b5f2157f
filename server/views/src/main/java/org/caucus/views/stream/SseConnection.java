package org.caucus.views.stream;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way to one browser. To be used on its {@link #loop}, except where said.
 *
 * <p>What goes to thousands at once is written below Vert.x and the HTTP encoder, as a chunk that
 * is ready and made once for all. All else, such as the head, heartbeats and the end, goes through
 * the response, which is also what keeps the connection from being closed as idle.
 */
final class SseConnection {
  /** Bytes of events from which on a chunk is full; the last event in it may be longer. */
  private static final int MAX_CHUNK_BYTES = 32_768;

  private final HttpServerResponse response;
  private final Channel channel;

  /** Where ready chunks go in; null if the connection frames what it carries in another way. */
  private final @Nullable ChannelHandlerContext below;

  /** What waits for {@link #flush}. */
  private final List<SseFrame> taken = new ArrayList<>();

  private int takenBytes;

  private @Nullable Drain drain;

  /** For browsers that need one. */
  private final @Nullable Nudge nudge;

  private SseConnection(
      HttpServerResponse response,
      Channel channel,
      @Nullable ChannelHandlerContext below,
      boolean nudged) {
    this.response = response;
    this.channel = channel;
    this.below = below;
    nudge = nudged ? new Nudge(channel.eventLoop(), this::nudge) : null;
  }

  /**
   * To the person who asked this, with an answer whose head is not written yet. From any thread.
   */
  static SseConnection to(HttpServerRequest request) {
    Channel channel = ((ConnectionBase) request.connection()).channel();
    ChannelHandlerContext encoder = channel.pipeline().context(HttpResponseEncoder.class);
    boolean chunks = request.version() == HttpVersion.HTTP_1_1;
    boolean nudged = Nudge.isFor(request.getHeader("user-agent"));
    return new SseConnection(request.response(), channel, chunks ? encoder : null, nudged);
  }

  /** The event loop that serves the connection. */
  EventLoop loop() {
    return channel.eventLoop();
  }

  /** Writes the head and the first bytes; goes on on the loop when they are out, or never will. */
  void open(Buffer first, Runnable then) {
    response.write(first).onComplete(written -> loop().execute(then));
  }

  /** Does this on the loop when the browser is gone. From any thread. */
  void onGone(Runnable then) {
    response.closeHandler(v -> loop().execute(then));
  }

  boolean gone() {
    return !channel.isActive();
  }

  /** Whether the connection takes more; if not, {@link #onDrain} will tell. */
  boolean ready() {
    return below == null ? !response.writeQueueFull() : channel.isWritable();
  }

  /** Does this once when the connection takes more. */
  void onDrain(Runnable then) {
    if (below == null) {
      response.drainHandler(v -> loop().execute(then));
      return;
    }
    if (drain == null) {
      drain = new Drain();
      below.pipeline().addAfter(below.name(), null, drain);
    }
    drain.then = then;
  }

  /** Tells when the connection takes bytes again. */
  private static final class Drain extends ChannelInboundHandlerAdapter {
    private @Nullable Runnable then;

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
      ctx.fireChannelWritabilityChanged();
      Runnable now = then;
      if (now != null && ctx.channel().isWritable()) {
        then = null;
        // not from within a flush: what goes on from here writes, too
        ctx.channel().eventLoop().execute(now);
      }
    }
  }

  /**
   * Takes a frame along; {@link #flush} sends all that were taken as one write and one chunk, so
   * that no reader is handed one event in pieces.
   */
  void write(SseFrame chunk) {
    taken.add(chunk);
    takenBytes += chunk.length();
  }

  /** Hands on what was taken, if it is as much as one chunk may have; {@link #flush} sends it. */
  void handOnIfFull() {
    if (takenBytes >= MAX_CHUNK_BYTES) {
      handOn();
    }
  }

  private void handOn() {
    if (taken.isEmpty()) {
      return;
    }
    if (below == null) {
      Buffer all = Buffer.buffer(takenBytes);
      taken.forEach(chunk -> all.appendBuffer(chunk.event()));
      response.write(all);
    } else {
      // one that fails is the end of the connection, of which onGone tells
      var unused = below.write(SseFrame.joined(taken));
    }
    taken.clear();
    takenBytes = 0;
  }

  void flush() {
    handOn();
    if (below != null) {
      below.flush();
    }
    if (nudge != null) {
      nudge.sent();
    }
  }

  private void nudge() {
    if (!gone() && !response.ended() && ready()) {
      response.write(Nudge.BYTES);
    }
  }

  /** Writes beside the frames. */
  void write(Buffer bytes) {
    response.write(bytes);
  }

  /**
   * Ends it. What waits here because the browser takes it slowly is not sent any more: it was
   * written when its reader might read it, and now they may not.
   */
  void end() {
    if (nudge != null) {
      nudge.stop();
    }
    if (waits()) {
      var unused = channel.close();
    } else if (!response.ended()) {
      response.end();
    }
  }

  private boolean waits() {
    ChannelOutboundBuffer written = channel.unsafe().outboundBuffer();
    return written != null && written.totalPendingWriteBytes() > 0;
  }
}
