package org.caucus.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.caucus.kernel.Event;
import org.caucus.kernel.IdempotencyKey;
import org.caucus.kernel.SeatId;
import org.caucus.platform.eventlog.LogException;

/** Commits as the bytes of a log record: JSON, each event under its stable name. */
public final class CommitCodec {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          // an older server may have written fewer fields, a newer one more: neither is an error
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .nodeFactory(new SharedStrings())
          .registerSubtypes(
              Capabilities.targets().entrySet().stream()
                  .map(target -> new NamedType(target.getValue(), target.getKey()))
                  .toArray(NamedType[]::new))
          .build();

  private CommitCodec() {}

  /** The bytes to append. */
  public static byte[] write(Commit commit) {
    ObjectNode record = JSON.createObjectNode();
    record.put("id", commit.id());
    record.put("at", commit.at().toString());
    if (commit.seat() != null) {
      record.put("seat", commit.seat().value());
    }
    if (commit.key() != null) {
      record.set("key", JSON.valueToTree(commit.key()));
    }
    ArrayNode events = record.putArray("events");
    for (Event event : commit.events()) {
      events.addObject().put("type", EventTypes.of(event)).set("event", JSON.valueToTree(event));
    }
    try {
      return JSON.writeValueAsBytes(record);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event cannot be written", e);
    }
  }

  /** The commit a record holds. */
  public static Commit read(long sequence, byte[] bytes) {
    try {
      JsonNode record = JSON.readTree(bytes);
      List<Event> events = new ArrayList<>();
      for (JsonNode e : record.get("events")) {
        events.add(JSON.treeToValue(e.get("event"), EventTypes.type(e.get("type").asText())));
      }
      return new Commit(
          sequence,
          record.get("id").asText(),
          Instant.parse(record.get("at").asText()),
          record.has("seat") ? new SeatId(record.get("seat").asText()) : null,
          record.has("key") ? JSON.treeToValue(record.get("key"), IdempotencyKey.class) : null,
          events);
    } catch (IOException e) {
      // it is as it was written, or it would not have been opened: the node that wrote it knows
      // more
      // words
      throw new LogException.Newer("a record (" + sequence + ")", e);
    }
  }
}
