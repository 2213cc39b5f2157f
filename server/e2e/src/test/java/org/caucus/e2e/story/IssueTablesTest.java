package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import org.caucus.platform.csv.CsvReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Issues leave a tracker as a table and come into it from one, over HTTP. */
@Tag("slow")
class IssueTablesTest extends OnDemo {
  private static final String TRACKER = W + "/trackers/COP";

  private static String q(String filter) {
    return "?q=" + URLEncoder.encode(filter, UTF_8);
  }

  private static JsonObject csv(String text) {
    return new JsonObject().put("format", "csv").put("text", text);
  }

  private static JsonObject row(Browser.Reply reply, int at) {
    return reply.json().getJsonArray("rows").getJsonObject(at);
  }

  private static List<List<String>> table(Browser.Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    CsvReader csv = new CsvReader(reply.text(), "text");
    List<List<String>> rows = new ArrayList<>();
    while (csv.hasNext()) {
      rows.add(csv.next());
    }
    return rows;
  }

  @Test
  void aViewIsTakenOutAsItsReaderSeesItWithoutFormulas() {
    JsonObject hidden = new JsonObject().put("title", "Table: civil alone");
    amina.post(TRACKER + "/issues", hidden.put("audience", "CIVIL_SOCIETY"));
    JsonObject formula =
        new JsonObject()
            .put("title", "=HYPERLINK(\"https://evil.example\")")
            .put("description", "+1 of \"them\",\nin two lines")
            .put("labels", new JsonArray().add("table-out"));
    amina.post(TRACKER + "/issues", formula);

    var mine = table(amina.get(TRACKER + "/export" + q("label:table-out")));
    assertThat(mine.getFirst()).startsWith("label", "title", "description", "provision", "state");
    assertThat(mine.get(1).get(1)).isEqualTo("'=HYPERLINK(\"https://evil.example\")");
    assertThat(mine.get(1).get(2)).isEqualTo("'+1 of \"them\",\nin two lines");

    Browser.Reply theirs = dara.get(TRACKER + "/export?closed=true");
    assertThat(theirs.header("content-disposition"))
        .startsWith("attachment; filename=\"cop-issues.csv\"");
    assertThat(theirs.text()).doesNotContain("Table: civil alone", "-CS-", "CIVIL_SOCIETY");
    assertThat(amina.get(TRACKER + "/export?closed=true").text()).contains("Table: civil alone");
    JsonObject json = dara.get(TRACKER + "/export?format=json&closed=true").json();
    assertThat(json.encode()).doesNotContain("Table: civil alone");
    assertThat(json.getJsonArray("items").size()).isEqualTo(table(theirs).size() - 1);

    // that it was taken is told to those of her organisation and the convenors, and not of what
    JsonObject noted = amina.get(W + "/audit").json().getJsonArray("items").getJsonObject(0);
    assertThat(noted.getString("verb")).isEqualTo("record.exported");
    assertThat(noted.getJsonObject("details").getString("export")).isEqualTo("ISSUES");
    assertThat(noted.encode()).doesNotContain("COP");
  }

  @Test
  void aTrackerThatOneCannotReadIsLikeNone() {
    assertThat(dara.get(W + "/trackers/MEMO/export").lasting())
        .isEqualTo(dara.get(W + "/trackers/NONE/export").lasting());
    JsonObject some = csv("title\nOne\n");
    assertThat(dara.post(W + "/trackers/MEMO/imports", some).lasting())
        .isEqualTo(dara.post(W + "/trackers/NONE/imports", some).lasting());
  }

  @Test
  void aTableIsLookedAtFirstThenEachRowIsOpenedWholeOrNotAtAll() {
    String text =
        """
        Summary;Status;Priority;Due date;Assigned to;Tags;Notes;Remarks
        "Table in: removal; 24 hours";waiting;urgent;2026-12-01;Ngozi Ekwueme;press, table-in;kept;x
        Table in: done before;DONE;;;;table-in;;
        ;OPEN;;;;;;
        Table in: bad day;OPEN;;31.12.2026;;;;
        Table in: nobody;OPEN;;;Nobody Known;;;
        Table in: no such state;LIMBO;;;;;;
        """;
    JsonObject body = csv(text).put("columns", new JsonObject().put("Notes", "description"));

    Browser.Reply seen = amina.post(TRACKER + "/imports/preview", body);
    assertThat(seen.status()).as(seen.text()).isEqualTo(200);
    assertThat(seen.json().getJsonObject("counts").getInteger("NEW")).isEqualTo(2);
    assertThat(seen.json().getJsonArray("columns").encode())
        .contains("{\"name\":\"Summary\",\"field\":\"title\"}")
        .contains("{\"name\":\"Remarks\",\"field\":\"\"}");
    assertThat(List.of(row(seen, 2), row(seen, 3), row(seen, 4), row(seen, 5)))
        .extracting(r -> r.getInteger("line") + " " + r.getString("field"))
        .containsExactly("4 title", "5 due", "6 assignees", "7 state");
    assertThat(table(amina.get(TRACKER + "/export" + q("label:table-in") + "&closed=true")))
        .as("a look opens nothing")
        .hasSize(1);

    Browser.Reply done = amina.post(TRACKER + "/imports", body, "Idempotency-Key", "table-in-1");
    assertThat(done.status()).as(done.text()).isEqualTo(201);
    assertThat(done.json().getJsonObject("counts").getInteger("OPENED")).isEqualTo(2);
    assertThat(done.json().getJsonObject("counts").getInteger("REFUSED")).isEqualTo(4);
    JsonObject first =
        amina.get(W + "/issues/" + row(done, 0).getString("id")).json().getJsonObject("issue");
    assertThat(first.getString("title")).isEqualTo("Table in: removal; 24 hours");
    assertThat(first.getString("state")).isEqualTo("WAITING");
    assertThat(first.getString("priority")).isEqualTo("URGENT");
    assertThat(first.getString("due")).isEqualTo("2026-12-01");
    assertThat(first.getString("description")).isEqualTo("kept");
    assertThat(first.getJsonArray("assignees")).hasSize(1);
    JsonObject second =
        amina.get(W + "/issues/" + row(done, 1).getString("id")).json().getJsonObject("issue");
    assertThat(second.getString("state")).isEqualTo("DONE");
    assertThat(second.getString("closedAt")).isNotNull();

    // the same request again opens nothing more
    amina.post(TRACKER + "/imports", body, "Idempotency-Key", "table-in-1");
    assertThat(table(amina.get(TRACKER + "/export" + q("label:table-in") + "&closed=true")))
        .hasSize(3);
  }

  @Test
  void aTableIsInTheLanguageOfThePersonWhoTakesItAndReadInAny() {
    amina.post(
        TRACKER + "/issues",
        new JsonObject()
            .put("title", "Table: en français")
            .put("labels", new JsonArray().add("table-fr"))
            .put("priority", "HIGH"));
    Browser.Reply taken = amina.get(TRACKER + "/export" + q("label:table-fr") + "&language=fr");
    assertThat(table(taken).getFirst())
        .startsWith("Référence", "Titre", "Description", "Disposition", "État");
    assertThat(table(taken).get(1)).contains("Haute");

    Browser.Reply seen = amina.post(TRACKER + "/imports/preview", csv(taken.text()));
    assertThat(seen.json().getJsonArray("columns").encode())
        .contains("{\"name\":\"Titre\",\"field\":\"title\"}")
        .contains("{\"name\":\"Priorité\",\"field\":\"priority\"}");
    assertThat(seen.json().getJsonObject("counts").getInteger("NEW")).as(seen.text()).isEqualTo(1);

    String bad = csv("Titre,Priorité\nUn,LIMBO\n").encode();
    String[] french = {"Accept-Language", "fr", "Idempotency-Key", "table-fr-1"};
    Browser.Reply refused = amina.send("POST", TRACKER + "/imports/preview", bad, french);
    assertThat(row(refused, 0).getString("why").replace('\u00a0', ' '))
        .isEqualTo(
            "« LIMBO » n’est pas valable ici. Utilisez l’un de ces mots : URGENT, HIGH, NORMAL,"
                + " LOW.");
  }

  @Test
  void whoMayReadIsSaidInPeoplesWordsAndReadAgain() {
    String ngozi = Browser.seated(base, "ngozi").get(W).json().getString("seat");
    String mine = amina.get(W).json().getString("seat");
    List<String> audiences =
        List.of(
            "EVERYONE",
            "CIVIL_SOCIETY",
            "WITH_COMPANY(brightline)",
            mine.compareTo(ngozi) < 0
                ? "NAMED(" + mine + "," + ngozi + ")"
                : "NAMED(" + ngozi + "," + mine + ")");
    for (String audience : audiences) {
      amina.post(
          TRACKER + "/issues",
          new JsonObject()
              .put("title", "Table: readers")
              .put("labels", new JsonArray().add("table-readers"))
              .put("audience", audience));
    }
    for (String language : List.of("fr", "ar")) {
      String path = TRACKER + "/export" + q("label:table-readers") + "&language=" + language;
      String file = amina.get(path).text();
      assertThat(file).doesNotContain("EVERYONE", "CIVIL_SOCIETY", "COMPANY", "NAMED", ngozi);
      assertThat(file).contains("Ngozi Ekwueme", "Brightline");
      if (language.equals("fr")) {
        assertThat(file.replace('\u00a0', ' '))
            .contains(
                "\"Tout le monde\"",
                "\"Société civile et Brightline\"",
                "\"Personnes désignées : ");
      }
      Browser.Reply in = amina.post(TRACKER + "/imports", csv(file));
      List<String> again = new ArrayList<>();
      for (int i = 0; i < audiences.size(); i++) {
        Browser.Reply copy = amina.get(W + "/issues/" + row(in, i).getString("id"));
        again.add(copy.json().getJsonObject("issue").getString("audience"));
        amina.post(W + "/issues/" + row(in, i).getString("id") + "/closure", new JsonObject());
      }
      assertThat(again).containsExactlyInAnyOrderElementsOf(audiences);
    }
    // a name that means nobody is refused as one of them is
    Browser.Reply none =
        amina.post(TRACKER + "/imports/preview", csv("titre,public\nUn,Avec Nil\n"));
    assertThat(row(none, 0).getString("field")).isEqualTo("audience");
  }

  @Test
  void whatWasTakenOutComesInAgainAsItWas() {
    JsonObject whole =
        new JsonObject()
            .put("title", "'=Round trip")
            .put("description", "    indented\n\nTwo\nlines, \"quoted\"\n")
            .put("labels", new JsonArray().add("round").add("small platforms"))
            .put("priority", "HIGH")
            .put("due", "2027-01-31")
            .put("audience", "CIVIL_SOCIETY")
            .put(
                "reference", new JsonObject().put("number", "3(b)").put("quote", "within 24 hours"))
            .put(
                "checklist",
                new JsonArray()
                    .add(new JsonObject().put("text", "Ask").put("done", true))
                    .add(new JsonObject().put("text", "Tell").put("done", false)));
    amina.post(TRACKER + "/issues", whole);

    for (String format : List.of("csv", "json")) {
      String file = amina.get(TRACKER + "/export" + q("label:round") + "&format=" + format).text();
      JsonObject body = new JsonObject().put("format", format).put("text", file);
      Browser.Reply in = amina.post(TRACKER + "/imports", body);
      assertThat(in.json().getJsonObject("counts").getInteger("REFUSED")).as(in.text()).isZero();
      JsonObject copy =
          amina.get(W + "/issues/" + row(in, 0).getString("id")).json().getJsonObject("issue");
      for (String field :
          List.of("title", "description", "labels", "priority", "due", "audience")) {
        assertThat(copy.getValue(field)).as(format + " " + field).isEqualTo(whole.getValue(field));
      }
      assertThat(copy.getJsonArray("checklist")).isEqualTo(whole.getJsonArray("checklist"));
      assertThat(copy.getJsonObject("reference").getString("quote")).isEqualTo("within 24 hours");
      amina.post(W + "/issues/" + row(in, 0).getString("id") + "/closure", new JsonObject());
    }
  }

  @Test
  void whatIsWrongWithAFileIsNamed() {
    record Wrong(JsonObject body, String field, String why) {}
    for (Wrong wrong :
        List.of(
            new Wrong(csv("title\n"), "text", "no rows"),
            new Wrong(csv("title,title\nx,y\n"), "text", "are named title"),
            new Wrong(csv("title\n\"open\n"), "text", "not closed"),
            new Wrong(csv("title\nx,y\n"), "text", "It has 2 cells"),
            new Wrong(csv("colour\nred\n"), "columns", "title"),
            new Wrong(csv("title\n" + "x\n".repeat(1_001)), "text", "The limit is 1,000 rows"),
            new Wrong(
                csv("a\nx\n").put("columns", new JsonObject().put("a", "colour")),
                "columns",
                "no field"),
            new Wrong(
                new JsonObject().put("format", "json").put("text", "{"), "text", "not valid JSON"),
            new Wrong(
                new JsonObject().put("format", "json").put("text", "[1]"), "text", "Item 1"))) {
      Browser.Reply reply = amina.post(TRACKER + "/imports", wrong.body());
      assertThat(reply.status()).as(reply.text()).isEqualTo(400);
      assertThat(reply.json().getString("field")).as(reply.text()).isEqualTo(wrong.field());
      assertThat(reply.json().getString("detail")).contains(wrong.why());
    }
    // nobody is let past the tracker's ceiling or their own side by a column
    JsonObject wider = csv("title,audience\nWider,COMPANY_ONLY(brightline)\n");
    Browser.Reply refused = amina.post(TRACKER + "/imports/preview", wider);
    assertThat(row(refused, 0).getString("field")).isEqualTo("audience");
  }

  /** Else each of a hundred thousand would be looked for among all who are here. */
  @Test
  void aCellOfManyNamesIsRefusedBeforeAnyIsLookedFor() {
    String many = "Nobody Known;".repeat(101);
    JsonObject table =
        csv(
            "title,assignees,audience\nOne,%s,\nTwo,,Personnes désignées\u00a0: %s\n"
                .formatted(many, many));

    Browser.Reply refused = amina.post(TRACKER + "/imports/preview", table);

    assertThat(row(refused, 0).getString("field")).isEqualTo("assignees");
    assertThat(row(refused, 0).getString("why"))
        .isEqualTo("There are too many people. The limit is 50 people. Remove some.");
    assertThat(row(refused, 1).getString("field")).isEqualTo("audience");
    assertThat(row(refused, 1).getString("why"))
        .isEqualTo(
            "Too many people are named. The limit is 100 people. Choose fewer people or a larger"
                + " audience.");
  }
}
