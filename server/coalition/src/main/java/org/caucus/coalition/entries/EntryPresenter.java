package org.caucus.coalition.entries;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.mentions.MentionPresenter;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.json.JsonFields;
import org.jspecify.annotations.Nullable;

/** Shows entries as the API's {@code Entry}. */
public final class EntryPresenter {
  private static final JsonFields<Shown> ENTRY =
      JsonFields.of("Entry", Shown.class, "id parent seat at text via audience readers answers");

  private static final String RELATED = "related";

  private EntryPresenter() {}

  private record Shown(Entry entry, int readers, Optional<String> answers) {}

  /**
   * One entry, as one who reads it may know it: which entry it answers is told to the person who
   * can read that. Who came since, or lost it, is not told that there is one (R8).
   *
   * @param parent the scope of what it hangs on
   */
  public static JsonObject show(Entries.Held state, Entry entry, Scope parent, SeatId reader) {
    Scope scope = parent.holds(entry.audience(), entry.at());
    Optional<String> answers =
        Optional.ofNullable(entry.answers())
            .flatMap(state.entries()::find)
            .filter(e -> state.access().canRead(reader, parent.holds(e.audience(), e.at())))
            .map(Entry::id);
    JsonObject shown = ENTRY.json(new Shown(entry, state.access().count(scope), answers));
    Ref ref = Ref.to(Ref.Kind.ENTRY, entry.id());
    if (entry.isDeleted()) {
      state.stranger(entry, reader).ifPresent(from -> shown.put("from", from));
      JsonObject more = new JsonObject();
      state.addShown(ref, scope, reader, more);
      return shown.put("deleted", more.getValue("deleted")); // reactions went with it
    }
    addLetter(shown, state.members().slug(), entry, entry.letter());
    state.stranger(entry, reader).ifPresent(from -> shown.put("from", from));
    MentionPresenter.add(shown, state, ref, entry.text());
    state.addShown(ref, scope, reader, shown);
    if (!entry.attached().isEmpty()) {
      shown.put(
          "attachments", linked(files(entry.attached()), base(state.members().slug(), entry)));
    }
    return shown;
  }

  /** A reference as the API's {@code Ref}. */
  public static JsonObject ref(Ref ref) {
    return new JsonObject().put("kind", ref.kind().wire()).put("id", ref.id());
  }

  /** Adds to an entry that is shown what was made of it; its reader can read that. */
  public static void addRelated(JsonObject shown, Item item) {
    if (!shown.containsKey(RELATED)) {
      shown.put(RELATED, new JsonArray());
    }
    shown.getJsonArray(RELATED).add(ref(item.ref()).put("title", item.title()));
  }

  private static void addLetter(
      JsonObject shown, String workspace, Entry entry, @Nullable EntryLetter letter) {
    if (letter == null) {
      return;
    }
    String base = base(workspace, entry);
    if (entry.isAsPosted()) {
      shown.put("original", base + "/original").put("formatted", base + "/formatted");
    }
    shown.put("damaged", letter.damaged()).put("attachments", linked(files(letter), base));
  }

  /** The files of a letter, by name, type and size. */
  static JsonArray files(EntryLetter letter) {
    return new JsonArray(
        letter.attachments().stream()
            .map(a -> file(a.index() + 1, a.name(), a.type(), a.size()))
            .toList());
  }

  /** These files, by name, type and size. */
  public static JsonArray files(List<Entry.Attached> attached) {
    JsonArray files = new JsonArray();
    attached.forEach(f -> files.add(sized(f, files.size() + 1)));
    return files;
  }

  /** A picture says how much room it takes before it is there. */
  private static JsonObject sized(Entry.Attached f, int n) {
    JsonObject shown = file(n, f.name(), f.type(), f.size());
    return f.width() == 0 ? shown : shown.put("width", f.width()).put("height", f.height());
  }

  private static JsonObject file(int n, String name, String type, long size) {
    return new JsonObject().put("n", n).put("name", name).put("type", type).put("size", size);
  }

  /** The same with the address of each. */
  private static JsonArray linked(JsonArray files, String base) {
    for (int i = 0; i < files.size(); i++) {
      JsonObject file = files.getJsonObject(i);
      file.put("href", base + "/attachments/" + file.getInteger("n"));
    }
    return files;
  }

  private static String base(String workspace, Entry entry) {
    return "/api/workspaces/" + workspace + "/entries/" + entry.id();
  }
}
