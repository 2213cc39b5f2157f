package org.caucus.e2e.worlds;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.caucus.kernel.Ref;
import org.caucus.messaging.distribution.permalinks.Permalink;
import org.jspecify.annotations.Nullable;

/**
 * Tries every verb on a name that is there in the second world alone, and that nobody told the
 * seat: to read, by GET and HEAD, to say something under it, to change it, to make it the other end
 * of something that the seat can read.
 */
final class Knocking {
  private static final JsonObject SAID = new JsonObject().put("text", "Tried");
  private static final Pattern THINGS =
      Pattern.compile("/(?:threads|issues|updates|drafts|actions|entries)/[^?]{1,80}");

  private static final JsonObject NOTHING = new JsonObject();
  private static final JsonObject POSITIONS =
      new JsonObject().put("positions", new JsonArray().add(with("stance", "SUPPORT")));

  private final Wires wires;

  Knocking(Wires wires) {
    this.wires = wires;
  }

  void at(Ref name) {
    List<String> reads = reads(name.id(), name.toString());
    wires.readAll(reads);
    wires.readAll(
        Transcripts.messageIds(name).stream()
            .flatMap(id -> Stream.of("/messages/" + Permalink.of(id), "/search?q=" + id))
            .toList());
    reads.stream()
        .filter(there -> THINGS.matcher(there).matches())
        .forEach(there -> wires.send("HEAD", there, null, null));
    says(name.id());
    decides(name.id());
    arranges(name.id());
    changes(name);
    links(name);
  }

  private static List<String> reads(String id, String name) {
    return List.of(
        "/threads/" + id,
        "/issues/" + id,
        "/issues/" + id + "/history",
        "/imports/" + id,
        "/imports/" + id + "/letters",
        "/updates/" + id,
        "/drafts/" + id + "/original",
        "/drafts/" + id + "/files/" + id,
        "/actions/" + id,
        "/polls/" + id,
        "/polls/" + id + "/export?format=csv",
        "/polls?on=" + name,
        "/reviews/" + id,
        "/reviews/" + id + "/positions",
        "/reviews/" + id + "/matrix",
        "/reviews/" + id + "/uptake",
        "/reviews/" + id + "/matrix.csv",
        "/reviews?instrument=" + id,
        "/instruments/" + id,
        "/instruments/" + id + "/comparison",
        "/instruments/" + id + "/export",
        "/instruments/" + id + "/provisions/i.2",
        "/instruments/" + id + "/provisions/i.2/hanging",
        "/readings/" + id,
        "/citations/issue/" + id,
        "/citations/update/" + id,
        "/lists/" + id + "/threads",
        "/trackers/" + id + "/issues",
        "/entries/" + id + "/original",
        "/entries/" + id + "/formatted",
        "/entries/" + id + "/attachments/1",
        "/entries/" + id + "/deliveries",
        "/entries/" + id + "/copy",
        "/my-mail/issue/" + id,
        "/my-mail/action/" + id,
        "/holds/" + id,
        "/uploads/" + id,
        "/lists/" + id + "/style",
        "/lists/" + id + "/privacy",
        "/search?q=" + id,
        "/search?q=list%3A" + id,
        "/activity?organisation=" + id,
        "/updates?company=" + id,
        "/threads/" + id + "?before=" + id,
        "/audit?before=" + id,
        "/commitments?before=" + id,
        "/audiences?under=" + name,
        "/audience/preview?of=" + name + "&to=EVERYONE",
        "/activity?before=" + id,
        "/updates?before=" + id,
        "/seats/" + id + "/handover",
        "/seats/" + id + "/pictures/" + id,
        "/trackers/" + id + "/export",
        "/lists/" + id + "/threads?before=" + id,
        "/search?q=text&before=entry%3A" + id);
  }

  private void says(String id) {
    post("/threads/" + id + "/entries", SAID);
    post("/issues/" + id + "/entries", SAID);
    post("/updates/" + id + "/entries", SAID);
    post("/actions/" + id + "/entries", SAID);
    post("/polls/" + id + "/entries", SAID);
    post("/lists/" + id + "/threads", with("subject", "s").put("text", "t"));
    post("/threads/" + id + "/people", with("seats", List.of(id)));
    post("/threads/" + id + "/departure", new JsonObject());
    post("/trackers/" + id + "/issues", with("title", "Tried"));
    post("/actions/" + id + "/minutes", SAID);
    post("/actions/" + id + "/replies", with("on", "2026-01-02").put("text", "Tried"));
    post("/updates/" + id + "/corrections", with("title", "Tried").put("body", "Tried"));
    post("/updates/" + id + "/retraction", with("reason", "Tried"));
  }

  private void decides(String id) {
    for (String verb : List.of("approval", "discard", "withdrawal")) {
      post("/holds/" + id + "/" + verb, null);
    }
    post("/holds/" + id + "/refusal", NOTHING);
    post("/drafts/" + id + "/confirmation", null);
    post("/drafts/" + id + "/return", with("note", "Tried"));
    post(
        "/drafts/" + id + "/revisions",
        with("title", "Tried")
            .put("body", "Tried")
            .put("kind", "STATUS")
            .put("stage", "NOTED")
            .put("attribution", "ON_RECORD")
            .put("audience", "EVERYONE"));
    post("/drafts/" + id + "/discard", null);
    post("/proposals/" + id + "/confirmation", null);
    post("/recoveries/" + id + "/confirmation", with("number", "12345678"));
    post("/push/devices/" + id + "/test", null);
    post("/webhooks/" + id + "/retry", null);
    post("/webhooks/" + id + "/secret", null);
    for (String there :
        List.of("invitations", "proposals", "feeds", "webhooks", "push/devices", "uploads")) {
      wires.send("DELETE", "/" + there + "/" + id, null, null);
    }
  }

  private void arranges(String id) {
    post("/lists/" + id + "/rule", with("strangers", "HOLD").put("proof", "ASK"));
    post("/lists/" + id + "/stop", with("enabled", true));
    post("/lists/" + id + "/style", with("tag", "t").put("answers", "LIST").put("footer", ""));
    post(
        "/lists/" + id + "/privacy",
        with("addresses", "SHOWN").put("remote", "KEPT").put("signed", "PASSED"));
    for (String place : List.of("lists", "trackers", "organisations")) {
      post("/" + place + "/" + id + "/settings", with("name", "Tried").put("description", ""));
      post("/" + place + "/" + id + "/archive", new JsonObject().put("archived", true));
    }
    post("/lists/" + id + "/my-mail", with("mode", "NONE"));
    post("/lists/" + id + "/imports", with("upload", id).put("audience", "EVERYONE"));
    post("/trackers/" + id + "/arrangement", NOTHING);
    String table = "title\nTried\n";
    post("/trackers/" + id + "/imports/preview", with("format", "csv").put("text", table));
    post("/trackers/" + id + "/imports", with("format", "csv").put("text", table));
    wires.send("PATCH", "/trackers/" + id + "/views/" + id, with("name", "Tried"), null);
    wires.send("DELETE", "/trackers/" + id + "/views/" + id, null, null);
    for (String kind : List.of("thread", "issue", "update", "action")) {
      post("/my-mail/" + kind + "/" + id, with("wish", "MUTE"));
    }
    post("/seats/" + id + "/mail", null);
    post("/seats/" + id + "/moderation", with("enabled", true));
    post("/seats/" + id + "/end", null);
    for (String kind : List.of("entry", "issue", "update", "action")) {
      post("/mentions/" + kind + "/" + id + "/dismissal", null);
    }
    post("/bell/reading", with("upTo", id));
    JsonObject named = with("kind", "entry").put("id", id);
    post("/unread/marks", with("turn", 0).put("items", new JsonArray().add(named)));
    post("/unread/from", named);
    post("/unread/all", with("turn", 0).put("position", id));
    wires.get("/own-drafts/" + id);
    wires.send("DELETE", "/own-drafts/" + id + "?version=v", null, null);
  }

  private void changes(Ref name) {
    String id = name.id();
    post("/issues/" + id + "/closure", with("as", "DONE"));
    post("/issues/" + id + "/following", null);
    post("/updates/" + id + "/stages", with("stage", "DONE"));
    post("/updates/" + id + "/acknowledgements", null);
    post("/actions/" + id + "/commitments", with("answer", "WILL"));
    post("/actions/" + id + "/rsvp", with("answer", "WILL"));
    post("/actions/" + id + "/attendance", new JsonObject().put("present", new JsonArray()));
    post("/actions/" + id + "/embargo", NOTHING);
    post("/polls/" + id + "/ballots", with("stance", "AGREE"));
    post("/polls/" + id + "/ballots/" + id + "/resolution", NOTHING);
    post("/polls/" + id + "/closing", null);
    post("/instruments/" + id + "/editions/1/withdrawal", NOTHING);
    post("/reviews/" + id + "/positions", POSITIONS);
    post("/reviews/" + id + "/decline", NOTHING);
    post("/reviews/" + id + "/extension", with("closes", "2030-01-02T12:00:00Z"));
    post("/reviews/" + id + "/closing", null);
    post("/reviews/" + id + "/report", with("text", "Tried"));
    post("/reviews/" + id + "/reminder", null);
    post("/reviews/" + id + "/session", NOTHING);
    post("/instruments/" + id + "/provisions/i.2/citations", with("kind", "issue").put("id", id));
    post("/polls/" + id + "/extension", with("closes", "2030-01-02T12:00:00Z"));
    post("/polls/" + id + "/outcome", with("outcome", "Tried"));
    post("/polls/" + id + "/reviews", with("text", "Tried"));
    post("/polls/" + id + "/receipts", with("receipt", "0".repeat(64)));
    post("/entries/" + id + "/release", with("token", "t"));
    post("/entries/" + id + "/reactions", with("reaction", "SEEN"));
    post("/entries/" + id + "/deletion", with("reason", "Tried"));
    post("/recall", with("of", name.toString()));
    post("/audience", with("of", name.toString()).put("to", "EVERYONE").put("token", "t"));
    wires.send("PATCH", "/issues/" + id, with("title", "Tried"), "1");
    wires.send("PATCH", "/threads/" + id, with("subject", "Tried"), null);
    wires.send("PATCH", "/threads/" + id, with("pinned", true).put("locked", true), null);
    post("/threads/" + id + "/move", with("list", "coalition"));
    post("/threads/" + id + "/split", with("entry", id).put("subject", "Tried"));
    post("/threads/" + id + "/merge", with("into", id));
    wires.send("DELETE", "/threads/" + id + "/merge", null, null);
    wires.get("/threads/" + id + "/destinations");
    wires.get("/threads/" + id + "/merge-candidates?q=tried");
    wires.get("/threads/" + id + "/entries/" + id + "/split");
    wires.send("PATCH", "/actions/" + id, with("title", "Tried"), "1");
    wires.send("DELETE", "/issues/" + id + "/closure", null, null);
    wires.send("DELETE", "/issues/" + id + "/following", null, null);
    wires.send("DELETE", "/entries/" + id + "/reactions/SEEN", null, null);
    wires.send("PATCH", "/entries/" + id, with("text", "Tried"), "1");
    wires.send("DELETE", "/entries/" + id + "/deletion", null, null);
    wires.get("/entries/" + id + "/versions");
    wires.get("/entries/" + id + "/deletion");
  }

  /** Of something that the seat can read, if there is any. */
  private void links(Ref name) {
    JsonObject to = with("kind", name.kind().wire()).put("id", name.id());
    for (String kind : List.of("threads", "issues", "updates", "actions")) {
      String known = wires.known(kind);
      if (known != null) {
        post(
            "/" + kind + "/" + known + "/entries", with("text", "Tried").put("answers", name.id()));
        post("/" + kind + "/" + known + "/relations", with("kind", "EVIDENCED_BY").put("to", to));
        wires.get("/" + kind + "/" + known + "?before=" + name.id());
      }
    }
    post("/issues/" + name.id() + "/relations", with("kind", "RELATES").put("to", to));
  }

  private static JsonObject with(String name, Object value) {
    return new JsonObject().put(name, value);
  }

  private void post(String rest, @Nullable JsonObject body) {
    wires.send("POST", rest, body, null);
  }
}
