package org.caucus.operator.admin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caucus.http.PlainPage;
import org.caucus.kernel.WorkspaceId;
import org.caucus.operator.JobKinds;
import org.caucus.operator.acts.OperatorActs;
import org.caucus.operator.queue.QueueWork;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.MessageCatalogue;
import org.caucus.platform.jobs.FailedJob;
import org.caucus.platform.jobs.JobQueue;
import org.jspecify.annotations.Nullable;

/** The pages of operators as HTML: sizes and times, never a word of a member. */
final class AdminViews {
  /** Workspaces on one page. */
  static final int A_PAGE = 50;

  /** Acts that are shown. */
  private static final int ACTS = 200;

  private static final List<String> PLACES =
      List.of("workspaces", "queue", "jobs", "doctor", "acts");

  /** What may be said after an act. */
  private static final Set<String> SAID =
      Set.of("retry", "hold", "release", "purge", "redrive", "reason");

  private static final MessageCatalogue WORDS = MessageCatalogue.of("admin");

  private final AdminParts parts;

  /** Who asks for a page, in which language, with which query. */
  record Asked(Language language, AdminSignInRoutes.Session session, Map<String, String> query) {
    String say(String key) {
      return PlainPage.text(WORDS.say(language, key));
    }

    String say(String key, Map<String, ?> values) {
      return PlainPage.text(WORDS.say(language, key, values));
    }

    long number(String name) {
      try {
        return Math.max(0, Long.parseLong(query.getOrDefault(name, "0")));
      } catch (NumberFormatException e) {
        return 0;
      }
    }

    String token() {
      return "<input type=\"hidden\" name=\"token\" value=\"" + session.token() + "\">";
    }
  }

  /** A whole page as it is sent. */
  record Html(Language language, String text) {}

  /** What is on one page. */
  record Page(Asked asked, String place, String body) {}

  AdminViews(AdminParts parts) {
    this.parts = parts;
  }

  /** The page of a passkey: to sign in, or to enrol one. */
  Html door(Language language, String what) {
    Asked asked = new Asked(language, new AdminSignInRoutes.Session("", ""), Map.of());
    String body =
        "<p>"
            + asked.say(what + ".text")
            + "</p><button type=\"button\" id=\"passkey\" data-way=\""
            + what
            + "\">"
            + asked.say(what + ".do")
            + "</button><p role=\"alert\" id=\"failed\" hidden>"
            + asked.say(what + ".failed")
            + "</p><noscript><p>"
            + asked.say("script")
            + "</p></noscript><script src=\"/admin/passkey.js\" defer></script>";
    return html(language, asked.say(what), body);
  }

  /** It with the way to the others. */
  Html shown(Page page) {
    Asked asked = page.asked();
    StringBuilder body = new StringBuilder("<nav aria-label=\"" + asked.say("nav") + "\">");
    for (String place : PLACES) {
      boolean here = place.equals(page.place());
      body.append("<a href=\"/admin/").append(place).append('"');
      body.append(here ? " aria-current=\"page\">" : ">").append(asked.say(place)).append("</a>");
    }
    body.append("<form method=\"post\" action=\"/admin/sign-out\">").append(asked.token());
    body.append("<button>").append(asked.say("sign-out")).append("</button></form></nav>");
    body.append("<p class=\"who\">");
    body.append(asked.say("who", Map.of("name", asked.session().operator()))).append("</p>");
    body.append(said(asked)).append(page.body());
    return html(asked.language(), asked.say(page.place()), body.toString());
  }

  private static Html html(Language language, String title, String body) {
    return new Html(
        language,
        "<!doctype html><html lang=\"%s\" dir=\"%s\"><meta charset=\"utf-8\">"
                .formatted(language.tag(), language.isRightToLeft() ? "rtl" : "ltr")
            + "<meta name=\"viewport\" content=\"width=device-width\"><title>"
            + title
            + " · Caucus</title><link rel=\"stylesheet\" href=\"/admin/look.css\"><link"
            + " rel=\"icon\" href=\"/caucus.svg\" type=\"image/svg+xml\"><main><h1>"
            + title
            + "</h1>"
            + body
            + "</main></html>");
  }

  private static String said(Asked asked) {
    String what = asked.query().getOrDefault("said", "");
    if (!SAID.contains(what)) {
      return "";
    }
    StringBuilder said = new StringBuilder("<p role=\"status\" class=\"said\">");
    said.append(asked.say("said." + what, Map.of("count", asked.number("done"))));
    for (String more : List.of("sending", "unfit")) {
      if (asked.number(more) > 0) {
        said.append(' ').append(asked.say("said." + more, Map.of("count", asked.number(more))));
      }
    }
    return said.append("</p>").toString();
  }

  /** A table that can be scrolled by keyboard where it is wider than the page. */
  private static String table(Asked asked, String name, List<String> columns, List<String> rows) {
    String head =
        columns.stream()
            .map(c -> "<th scope=\"col\">" + asked.say(c) + "</th>")
            .collect(Collectors.joining());
    return rows.isEmpty()
        ? "<p>" + asked.say(name + ".none") + "</p>"
        : "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\""
            + asked.say(name)
            + "\"><table><thead><tr>"
            + head
            + "</tr></thead><tbody>"
            + String.join("", rows)
            + "</tbody></table></div>";
  }

  private static String row(Object... cells) {
    StringBuilder row = new StringBuilder("<tr>");
    for (Object cell : cells) {
      row.append("<td>").append(cell).append("</td>");
    }
    return row.append("</tr>").toString();
  }

  private static String bdi(String text) {
    return "<bdi>" + PlainPage.text(text) + "</bdi>";
  }

  private static String time(Instant at) {
    String text = at.toString().substring(0, 16).replace('T', ' ');
    return "<time dir=\"ltr\" datetime=\"" + at + "\">" + text + "</time>";
  }

  Page workspaces(Asked asked) {
    Map<String, String> slugs = parts.desk().directory().slugs();
    List<WorkspaceId> all =
        parts.desk().log().workspaces().await().stream()
            .sorted(Comparator.comparing(id -> slugs.getOrDefault(id.value(), id.value())))
            .toList();
    int pages = Math.max(1, Math.ceilDiv(all.size(), A_PAGE));
    int page = (int) Math.min(pages, Math.max(1, asked.number("page")));
    List<String> rows = new ArrayList<>();
    for (WorkspaceId id : all.subList((page - 1) * A_PAGE, Math.min(all.size(), page * A_PAGE))) {
      Optional<AdminParts.Awake> awake = parts.awake().apply(id);
      rows.add(
          row(
              bdi(slugs.getOrDefault(id.value(), id.value())),
              parts.desk().log().length(id).await(),
              awake.map(a -> Integer.toString(a.seats())).orElse(asked.say("asleep")),
              awake.map(a -> time(a.lastActivity())).orElse(asked.say("asleep"))));
    }
    String body =
        "<p>"
            + asked.say("workspaces.text", Map.of("count", all.size()))
            + "</p>"
            + table(asked, "workspaces", List.of("name", "records", "seats", "last"), rows)
            + (pages > 1 ? pages(asked, page, pages) : "");
    return new Page(asked, "workspaces", body);
  }

  private static String pages(Asked asked, int page, int pages) {
    String links =
        IntStream.rangeClosed(1, pages)
            .mapToObj(
                n ->
                    "<a href=\"?page=%d\"%s>%d</a>"
                        .formatted(n, n == page ? " aria-current=\"page\"" : "", n))
            .collect(Collectors.joining());
    return "<nav aria-label=\"" + asked.say("pages") + "\">" + links + "</nav>";
  }

  Page queue(Asked asked) {
    Instant now = parts.clock().instant();
    List<String> rows =
        QueueWork.destinations(parts.desk()).stream()
            .map(
                d ->
                    row(
                        d.name().isEmpty() ? asked.say("unknown") : bdi(d.name()),
                        d.letters(),
                        d.waiting() + d.sending(),
                        d.deferred(),
                        d.held(),
                        age(asked, d.oldest(), now),
                        acts(asked, d)))
            .toList();
    List<String> columns =
        List.of("destination", "letters", "waiting", "deferred", "held", "oldest", "what");
    String text = "<p>" + asked.say("queue.text") + "</p>";
    return new Page(asked, "queue", text + table(asked, "queue", columns, rows));
  }

  private static String age(Asked asked, @Nullable Instant since, Instant now) {
    if (since == null) {
      return "";
    }
    Duration age = Duration.between(since, now);
    return age.toHours() > 0
        ? asked.say("hours", Map.of("count", age.toHours()))
        : asked.say("minutes", Map.of("count", Math.max(0, age.toMinutes())));
  }

  private static String acts(Asked asked, QueueWork.Destination d) {
    String whom =
        asked.token()
            + "<input type=\"hidden\" name=\"destination\" value=\""
            + PlainPage.text(d.name())
            + "\">";
    StringBuilder acts = new StringBuilder("<form method=\"post\" action=\"/admin/queue\">");
    acts.append(whom);
    if (d.deferred() > 0) {
      acts.append(button(asked, "retry", d));
    }
    if (d.letters() > d.held()) {
      acts.append(button(asked, "hold", d));
    }
    if (d.held() > 0) {
      acts.append(button(asked, "release", d));
    }
    acts.append("</form><details><summary>").append(asked.say("purge")).append("</summary>");
    acts.append("<form method=\"post\" action=\"/admin/queue\">").append(whom);
    acts.append("<p>").append(asked.say("purge.text")).append("</p><label>");
    acts.append(asked.say("purge.reason"));
    acts.append("<input name=\"reason\" required dir=\"auto\" maxlength=\"500\"></label>");
    acts.append("<label class=\"check\"><input type=\"checkbox\" name=\"sure\" value=\"yes\"");
    acts.append(" required>").append(asked.say("purge.sure")).append("</label>");
    acts.append(button(asked, "purge", d)).append("</form></details>");
    return acts.toString();
  }

  private static String button(Asked asked, String act, QueueWork.Destination d) {
    String name = d.name().isEmpty() ? asked.say("unknown") : PlainPage.text(d.name());
    return "<button name=\"act\" value=\"%s\" aria-label=\"%s: %s\">%s</button>"
        .formatted(act, asked.say(act), name, asked.say(act));
  }

  Page jobs(Asked asked) {
    Instant now = parts.clock().instant();
    List<String> rows = new ArrayList<>();
    for (JobQueue queue : JobKinds.queues(parts.desk())) {
      List<FailedJob> failed = queue.failed();
      JobQueue.Counts counts = queue.counts(now);
      String name = JobKinds.name(queue.kind());
      rows.add(
          row(
              bdi(name),
              counts.kept(),
              counts.due(),
              failed.size(),
              failed.stream().filter(FailedJob::dead).count(),
              failed.isEmpty() ? "" : redrive(asked, name)));
    }
    List<String> columns = List.of("kind", "kept", "due", "failed", "dead", "what");
    String text = "<p>" + asked.say("jobs.text") + "</p>";
    return new Page(asked, "jobs", text + table(asked, "jobs", columns, rows));
  }

  private static String redrive(Asked asked, String kind) {
    return "<form method=\"post\" action=\"/admin/jobs\">%s<button name=\"kind\" value=\"%s\">%s</button></form>"
        .formatted(asked.token(), PlainPage.text(kind), asked.say("redrive"));
  }

  Page doctor(Asked asked) {
    String body =
        "<p>%s</p><form method=\"post\" action=\"/admin/doctor\">%s<button>%s</button></form>"
            .formatted(asked.say("doctor.text"), asked.token(), asked.say("doctor.do"));
    return new Page(asked, "doctor", body);
  }

  /** Looks now. */
  Page examined(Asked asked) {
    parts.acts().note(asked.session().operator(), "doctor", "-");
    List<String> rows =
        parts.doctor().get().stream()
            .map(
                f ->
                    row(
                        asked.say("doctor." + f.status()),
                        bdi(f.name()),
                        "<span lang=\"en\" dir=\"ltr\">" + PlainPage.text(f.detail()) + "</span>",
                        "<span lang=\"en\" dir=\"ltr\">" + PlainPage.text(f.fix()) + "</span>"))
            .toList();
    String table = table(asked, "doctor", List.of("state", "check", "seen", "fix"), rows);
    return new Page(asked, "doctor", doctor(asked).body() + table);
  }

  Page acts(Asked asked) {
    List<OperatorActs.Act> acts = parts.acts().newest(ACTS);
    List<String> rows =
        acts.stream()
            .map(a -> row(time(a.at()), bdi(a.who()), bdi(a.act()), bdi(a.what())))
            .toList();
    List<String> columns = List.of("when", "by", "act", "to");
    String text = "<p>" + asked.say("acts.text", Map.of("count", ACTS)) + "</p>";
    return new Page(asked, "acts", text + table(asked, "acts", columns, rows));
  }
}
