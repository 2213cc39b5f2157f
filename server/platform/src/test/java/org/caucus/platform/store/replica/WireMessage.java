package org.caucus.platform.store.replica;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.bson.BsonArray;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/**
 * One message of the MongoDB wire protocol, with its header: OP_MSG, and OP_QUERY and OP_REPLY as
 * far as a first handshake still uses them.
 */
@SuppressWarnings({"ArrayRecordComponent", "ByteBufferBackingArray"}) // never compared; own arrays
record WireMessage(byte[] bytes) {
  private static final int OP_REPLY = 1;
  private static final int OP_QUERY = 2004;
  private static final int OP_MSG = 2013;
  private static final int HEADER_BYTES = 16;
  private static final int OP_REPLY_HEAD_BYTES = 20;
  private static final int MOST_BYTES = 64 * 1024 * 1024;

  static WireMessage read(DataInputStream in) throws IOException {
    int length = Integer.reverseBytes(in.readInt());
    if (length < HEADER_BYTES || length > MOST_BYTES) {
      throw new IOException("a message of " + length + " bytes");
    }
    byte[] bytes = new byte[length];
    buffer(bytes).putInt(length);
    in.readFully(bytes, Integer.BYTES, length - Integer.BYTES);
    return new WireMessage(bytes);
  }

  void write(OutputStream out) throws IOException {
    out.write(bytes);
    out.flush();
  }

  /** The command with the documents that came beside it, but for those to be inserted. */
  BsonDocument command() {
    return command(false);
  }

  /** The command with all documents that came beside it. */
  BsonDocument whole() {
    return command(true);
  }

  private BsonDocument command(boolean whole) {
    ByteBuffer body = body();
    if (opCode() == OP_QUERY) {
      body.getInt(); // flags
      skipString(body); // collection
      body.getLong(); // skip, limit
      return document(body);
    }
    body.getInt(); // flags
    BsonDocument command = new BsonDocument();
    while (body.hasRemaining()) {
      if (body.get() == 0) {
        BsonDocument main = document(body);
        command.forEach(main::put);
        command = main;
      } else {
        sequence(body, command, whole);
      }
    }
    return command;
  }

  private static void sequence(ByteBuffer body, BsonDocument command, boolean whole) {
    int end = body.position() + body.getInt(body.position());
    body.getInt();
    String name = skipString(body);
    BsonArray all = new BsonArray();
    while (body.position() < end && (whole || !name.equals("documents"))) {
      all.add(document(body));
    }
    body.position(end);
    command.put(name, all);
  }

  /** A command to the database for administration. */
  static WireMessage asking(BsonDocument command) {
    return of(command.append("$db", new BsonString("admin")));
  }

  /** A command to the database that it names. */
  static WireMessage of(BsonDocument command) {
    byte[] document = bytes(command);
    ByteBuffer out = buffer(new byte[HEADER_BYTES + Integer.BYTES + 1 + document.length]);
    out.putInt(out.capacity()).putInt(1).putInt(0).putInt(OP_MSG).putInt(0).put((byte) 0);
    return new WireMessage(out.put(document).array());
  }

  /** What a reply says. */
  BsonDocument reply() {
    ByteBuffer body = body();
    if (opCode() == OP_REPLY) {
      body.position(body.position() + OP_REPLY_HEAD_BYTES);
    } else {
      body.getInt(); // flags
      body.get(); // the kind of the only section
    }
    return document(body);
  }

  /** A reply to this in the form it was asked in. */
  WireMessage answered(BsonDocument reply) {
    byte[] document = bytes(reply);
    boolean old = opCode() == OP_QUERY;
    int head = HEADER_BYTES + (old ? OP_REPLY_HEAD_BYTES : Integer.BYTES + 1);
    ByteBuffer out = buffer(new byte[head + document.length]);
    int requestId = buffer(bytes).getInt(Integer.BYTES);
    out.putInt(out.capacity()).putInt(requestId).putInt(requestId);
    if (old) {
      out.putInt(OP_REPLY).putInt(0).putLong(0).putInt(0).putInt(1);
    } else {
      out.putInt(OP_MSG).putInt(0).put((byte) 0);
    }
    return new WireMessage(out.put(document).array());
  }

  private int opCode() {
    return buffer(bytes).getInt(3 * Integer.BYTES);
  }

  private ByteBuffer body() {
    return buffer(bytes).position(HEADER_BYTES);
  }

  private static ByteBuffer buffer(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static String skipString(ByteBuffer body) {
    int start = body.position();
    int end = start;
    while (body.get(end) != 0) {
      end++;
    }
    body.position(end + 1);
    return new String(body.array(), start, end - start, StandardCharsets.UTF_8);
  }

  private static BsonDocument document(ByteBuffer body) {
    int length = body.getInt(body.position());
    ByteBuffer own = body.slice(body.position(), length).order(ByteOrder.LITTLE_ENDIAN);
    body.position(body.position() + length);
    try (BsonBinaryReader reader = new BsonBinaryReader(own)) {
      return new BsonDocumentCodec().decode(reader, DecoderContext.builder().build());
    }
  }

  private static byte[] bytes(BsonDocument document) {
    try (BasicOutputBuffer out = new BasicOutputBuffer();
        BsonBinaryWriter writer = new BsonBinaryWriter(out)) {
      new BsonDocumentCodec().encode(writer, document, EncoderContext.builder().build());
      return out.toByteArray();
    }
  }
}
