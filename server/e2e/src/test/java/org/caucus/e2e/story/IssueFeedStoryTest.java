package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Issues in a feed reader, narrowed in the language of filters, over HTTP. */
@Tag("slow")
class IssueFeedStoryTest extends FeedsOnDemo {
  private JsonObject issue(String title, JsonObject more) {
    return amina.post(W + "/trackers/COP/issues", more.copy().put("title", title)).json();
  }

  @Test
  void issuesAreReadAtTheSameAddressAndAFilterIsThatOfTheBrowser() throws FeedException {
    JsonObject takedown = new JsonObject().put("labels", new JsonArray().add("takedown-feed"));
    issue("Appeal <b>within</b> 24 hours", takedown.put("priority", "URGENT"));
    issue("Among civil society", takedown.copy().put("audience", "CIVIL_SOCIETY"));
    issue("Nothing of that", new JsonObject());
    JsonObject made = make(amina);
    String atom = made.getString("issuesAtom");

    SyndFeed feed = parsed(narrowed(atom, "q=is:open+label:takedown-feed&tracker=cop"));

    assertThat(feed.getEntries()).hasSize(2);
    SyndEntry entry =
        feed.getEntries().stream()
            .filter(e -> e.getTitle().endsWith("] Appeal <b>within</b> 24 hours"))
            .findFirst()
            .orElseThrow();
    assertThat(entry.getContents().getFirst().getValue())
        .contains("Labels: takedown-feed", "urgent", "Who can read this: Everyone (");
    assertThat(entry.getLink()).contains("/w/code-of-practice/issues/");
    assertThat(entry.getCategories()).extracting("name").contains("open", "urgent");
    String daras = make(dara).getString("issuesJson");
    assertThat(narrowed(daras, "q=label:takedown-feed").json().getJsonArray("items")).hasSize(1);
    assertThat(read(daras).text()).doesNotContain("Among civil society");
  }

  @Test
  void aFilterOfIssuesThatIsNotUnderstoodIsNamedAndNoHiddenTrackerIs() {
    String hidden =
        amina
            .post(
                W + "/trackers",
                new JsonObject()
                    .put("key", "QQQ")
                    .put("name", "Among us")
                    .put("audience", "CIVIL_SOCIETY"))
            .text();
    assertThat(hidden).contains("position");
    String daras = make(dara).getString("issuesJson");

    Browser.Reply wrong = narrowed(daras, "q=stat:open");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.text()).contains("the key \"stat\" is not known");
    Browser.Reply outside = narrowed(daras, "tracker=qqq");
    assertThat(outside.status()).isEqualTo(400);
    assertThat(outside.text())
        .isEqualTo(narrowed(daras, "tracker=qqx").text().replace("qqx", "qqq"));
    assertThat(narrowed(make(amina).getString("issuesJson"), "tracker=qqq").status())
        .isEqualTo(200);
  }

  @Test
  void anIssueThatIsClosedIsNewsInItsFeed() {
    String id = issue("Settled soon", new JsonObject()).getString("id");
    String feed = make(amina).getString("issuesJson");
    assertThat(narrowed(feed, "q=settled+is:closed").json().getJsonArray("items")).isEmpty();

    amina.post(W + "/issues/" + id + "/closure", new JsonObject().put("as", "DONE")).id();

    JsonObject item =
        narrowed(feed, "q=settled+is:closed").json().getJsonArray("items").getJsonObject(0);
    assertThat(item.getJsonArray("tags")).contains("done");
    assertThat(item.getString("date_modified")).isGreaterThan(item.getString("date_published"));
  }

  @Test
  void whereMailHoldsNoWordsAFeedOfIssuesHoldsNoneAndAFilterFindsNone() {
    String id = issue("Wordless matter", new JsonObject()).getString("id");
    String feed = make(amina).getString("issuesJson");
    contentOfMail("ALL");
    try {
      assertThat(read(feed).text())
          .contains(id, "Something new in code-of-practice")
          .doesNotContain("Wordless", "COP-", "Who can read", "open");
      assertThat(narrowed(feed, "q=wordless").json().getJsonArray("items")).isEmpty();
    } finally {
      contentOfMail("OFF");
    }
    assertThat(narrowed(feed, "q=wordless").json().getJsonArray("items")).hasSize(1);
  }
}
