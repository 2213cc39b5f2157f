package org.caucus.platform.store.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * One backup.
 *
 * @param moment every change acknowledged before it is in
 * @param masterKey the fingerprint of the master key that opens it
 * @param length of the database's file, in bytes
 * @param segments the file in pieces of {@link Segments#BYTES}, each by its SHA-256
 */
public record BackupManifest(Instant moment, String masterKey, long length, List<String> segments) {
  static final int FORMAT = 1;
  static final String ENDING = ".json";

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

  /** Its name, which sorts by time. */
  public String name() {
    return NAME.format(moment);
  }

  static Instant moment(String name) {
    return NAME.parse(name, Instant::from);
  }

  /** One line of JSON, and one with its SHA-256. */
  byte[] encoded() {
    String json =
        new JsonObject()
            .put("format", FORMAT)
            .put("moment", moment.toString())
            .put("masterKey", masterKey)
            .put("length", length)
            .put("segments", new JsonArray(segments))
            .encode();
    return (json + "\n" + Segments.hash(json.getBytes(UTF_8)) + "\n").getBytes(UTF_8);
  }

  static BackupManifest parse(Path file, String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length < 2 || !Segments.hash(lines[0].getBytes(UTF_8)).equals(lines[1])) {
      throw BackupException.damaged(file, "is damaged", null);
    }
    try {
      JsonObject json = new JsonObject(lines[0]);
      if (json.getInteger("format") > FORMAT) {
        throw BackupException.unusable(
            file + " was written by a newer Caucus. Use that one, or an older backup.");
      }
      return new BackupManifest(
          Instant.parse(json.getString("moment")),
          json.getString("masterKey"),
          json.getLong("length"),
          json.getJsonArray("segments").stream().map(String.class::cast).toList());
    } catch (DecodeException | DateTimeException e) {
      throw BackupException.damaged(file, "is damaged", e);
    }
  }
}
