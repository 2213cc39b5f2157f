package org.caucus.views.audit.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caucus.platform.eventlog.audit.AuditSigningKey;
import org.caucus.platform.eventlog.chain.RecordHash;
import org.jspecify.annotations.Nullable;

/** Checks a member's copy without the server, and compares it with an older one. */
public final class MemberExportVerifier {
  /** Events that name another thing, and where: not shown to the person who lost sight of that. */
  private static final Map<String, String> LINKS =
      Map.of(
          "entry.posted", "answers",
          "entry.imported", "answers",
          "question.answered", "question",
          "delivery.set", "list",
          "delivery.chosen", "list",
          "thing.chosen", "of",
          // whom its issues usually reach, which those are told and no others
          "tracker.arranged", MemberExportWriter.USUAL,
          // seats, which those who did not narrow it were shown once and are no more
          "audience.narrowed", MemberExportWriter.RECEIVED);

  /** Where events say what they are about. */
  private static final List<String> NAMES = List.of("id", "slug", "key");

  private final Path file;
  private final Map<String, Said> commits = new LinkedHashMap<>();
  private final Set<String> things = new HashSet<>();
  private JsonObject first = new JsonObject();
  private String firstLine = "";
  private RecordHash tip = RecordHash.NONE;
  private long line;
  private boolean ended;

  private MemberExportVerifier(Path file) {
    this.file = file;
  }

  /**
   * What a copy was found to be.
   *
   * @param workspace its short name
   * @param seat whose copy it is
   * @param key the public key it says it is signed with
   * @param records how many were sound
   * @param fault the first line that is wrong, and how; null if none is
   * @param commits by id
   * @param things that something in it is about, by id
   */
  public record Copy(
      String workspace,
      String seat,
      String key,
      long records,
      RecordHash tip,
      @Nullable String fault,
      Map<String, Said> commits,
      Set<String> things) {
    /** Whether it is whole and signed. */
    public boolean sound() {
      return fault == null;
    }
  }

  /**
   * What a commit says.
   *
   * @param words a hash of it, but for the other things that it names
   * @param named those, such as the entry that one answers, by the places of the events that do, as
   *     far as they are shown
   */
  public record Said(RecordHash words, Map<Integer, String> named) {}

  /**
   * What became of an older copy in a newer one: commits by id.
   *
   * @param removed in the older and not in the newer
   * @param altered in both, and not the same
   * @param moved in both, and in another order
   * @param opened in the newer alone, among what the older has: opened to this seat since, or put
   *     in
   */
  public record Changes(
      List<String> removed, List<String> altered, List<String> moved, List<String> opened) {
    /** Whether all of the older is in the newer as it was. */
    public boolean none() {
      return removed.isEmpty() && altered.isEmpty() && moved.isEmpty();
    }
  }

  /** Reads the whole file. */
  public static Copy check(Path file) {
    return new MemberExportVerifier(file).all();
  }

  private Copy all() {
    String fault = null;
    try (BufferedReader in = Files.newBufferedReader(file, UTF_8)) {
      String text = in.readLine();
      while (text != null && fault == null) {
        line++;
        fault = wrong(text);
        text = in.readLine();
      }
    } catch (CharacterCodingException e) {
      fault = "it is not UTF-8 text";
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
    if (fault == null && !ended) {
      line++;
      fault = "it is missing: the file is cut off";
    }
    return new Copy(
        first.getString("workspace", ""),
        first.getString("seat", ""),
        first.getString("key", ""),
        commits.size(),
        tip,
        fault == null ? null : "line " + line + ": " + fault,
        commits,
        things);
  }

  private @Nullable String wrong(String text) {
    try {
      JsonObject json = new JsonObject(text);
      if (line == 1) {
        return begin(text, json);
      }
      if (ended) {
        return "it comes after the end";
      }
      JsonObject end = json.getJsonObject("end");
      return end == null ? record(text, json) : end(end);
    } catch (DecodeException | ClassCastException e) {
      return "it is not a line of a copy, or was altered";
    }
  }

  private @Nullable String begin(String text, JsonObject json) {
    first = json;
    firstLine = text;
    if (!MemberExportWriter.FORMAT.equals(json.getString("format"))) {
      return "it does not begin a copy of a record";
    }
    int version = json.getInteger("version", 0);
    return version == MemberExportWriter.VERSION
        ? null
        : "it is of version "
            + version
            + "; this Caucus checks version "
            + MemberExportWriter.VERSION;
  }

  private @Nullable String record(String text, JsonObject json) {
    JsonObject record = json.getJsonObject("record");
    if (record == null || record.getString("commit") == null) {
      return "it is not a line of a copy, or was altered";
    }
    if (!tip.toString().equals(json.getString("prev"))) {
      if (commits.isEmpty()) {
        return "it does not begin the record: what came before was removed";
      }
      line--; // the first that may be wrong: this one says what was before it
      return "it was altered, or lines after it were removed or changed places: the next one does"
          + " not follow it";
    }
    tip = MemberExportWriter.hash(text.getBytes(UTF_8));
    return commits.put(record.getString("commit"), said(record)) == null
        ? null
        : "its commit is there twice";
  }

  /** What else it names is taken out, and held apart. */
  private Said said(JsonObject record) {
    Map<Integer, String> named = new HashMap<>();
    JsonArray events = record.getJsonArray("events", new JsonArray());
    for (int i = 0; i < events.size(); i++) {
      JsonObject event = events.getJsonObject(i);
      for (String name : NAMES) {
        if (event.getValue(name) instanceof String id) {
          things.add(id);
        }
      }
      if (event.getString("type", "").startsWith("entry.")) {
        event.remove(
            MemberExportWriter.AUTHOR); // without the address, since or while that is hidden
      }
      String link = LINKS.get(event.getString("type", ""));
      if (link != null && event.remove(link) instanceof String to) {
        named.put(i, to.substring(to.indexOf(':') + 1)); // of issue:xyz the id
      }
    }
    return new Said(RecordHash.over(record.encode().getBytes(UTF_8)), named);
  }

  private @Nullable String end(JsonObject end) {
    ended = true;
    if (end.getLong("records", -1L) != commits.size()) {
      return "it speaks of " + end.getLong("records") + " records, and there are " + commits.size();
    }
    if (!tip.toString().equals(end.getString("tip"))) {
      line--;
      return "it was altered, or lines after it were removed: the end does not follow it";
    }
    byte[] signed = MemberExportWriter.signed(firstLine, commits.size(), tip);
    return AuditSigningKey.signed(
            first.getString("key", ""), signed, end.getString("signature", ""))
        ? null
        : "its signature is not of the key in line 1";
  }

  /** What became of the older copy. Both are sound, and of the same seat. */
  public static Changes since(Copy older, Copy newer) {
    List<String> removed = new ArrayList<>();
    List<String> altered = new ArrayList<>();
    older
        .commits()
        .forEach(
            (commit, said) -> {
              Said now = newer.commits().get(commit);
              if (now == null) {
                removed.add(commit);
              } else if (!now.words().equals(said.words())
                  || lost(said, now, newer)
                  || lost(now, said, older)) {
                altered.add(commit);
              }
            });
    return new Changes(removed, altered, moved(older, newer), opened(older, newer));
  }

  /** Whether it names another thing there, or none although the one it named is there. */
  private static boolean lost(Said one, Said other, Copy there) {
    return one.named().entrySet().stream()
        .anyMatch(
            a -> {
              String now = other.named().get(a.getKey());
              return now == null
                  ? there.things().contains(a.getValue())
                  : !now.equals(a.getValue());
            });
  }

  private static List<String> moved(Copy older, Copy newer) {
    var before = older.commits().keySet().stream().filter(newer.commits()::containsKey).toList();
    var after = newer.commits().keySet().stream().filter(older.commits()::containsKey).toList();
    List<String> moved = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      if (!before.get(i).equals(after.get(i))) {
        moved.add(after.get(i));
      }
    }
    return moved;
  }

  private static List<String> opened(Copy older, Copy newer) {
    List<String> opened = new ArrayList<>();
    List<String> pending = new ArrayList<>();
    for (String commit : newer.commits().keySet()) {
      if (older.commits().containsKey(commit)) {
        opened.addAll(pending);
        pending.clear();
      } else {
        pending.add(commit);
      }
    }
    return opened;
  }
}
