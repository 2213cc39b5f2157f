package org.caucus.platform.store.embedded;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.ObjectDataType;

/**
 * Documents in the file as BSON (<a href="https://bsonspec.org">1.1</a>) after a mark and their
 * length. What was written before was Java-serialized, at twice the size and many times the work;
 * it bears another mark and is read as ever.
 */
final class DocumentType extends BasicDataType<Document> {
  static final DocumentType INSTANCE = new DocumentType();

  /** None of those that the store's own type begins with is this. */
  private static final byte BSON = (byte) 0xb5;

  /** About what a document takes in memory beside its bytes. */
  private static final int OVERHEAD_BYTES = 300;

  private static final ObjectDataType BEFORE = new ObjectDataType();

  private DocumentType() {}

  /** An estimate, by which the store decides what stays in its cache. */
  @Override
  public int getMemory(Document document) {
    int bytes = OVERHEAD_BYTES;
    for (Object value : document.values()) {
      if (value instanceof BinData data) {
        bytes += data.getData().length;
      }
    }
    return bytes;
  }

  @Override
  public void write(WriteBuffer out, Document document) {
    var bytes = Unpooled.buffer(getMemory(document));
    BsonEncoder.encodeDocument(document, bytes);
    out.put(BSON).putVarInt(bytes.readableBytes());
    out.put(bytes.array(), bytes.arrayOffset(), bytes.readableBytes());
  }

  @Override
  public Document read(ByteBuffer in) {
    int mark = in.position();
    if (in.get() != BSON) {
      return (Document) BEFORE.read(in.position(mark));
    }
    int length = DataUtils.readVarInt(in);
    var bytes = Unpooled.wrappedBuffer(in.slice(in.position(), length));
    in.position(in.position() + length);
    return BsonDecoder.decodeBson(bytes);
  }

  @Override
  public Document[] createStorage(int size) {
    return new Document[size];
  }
}
