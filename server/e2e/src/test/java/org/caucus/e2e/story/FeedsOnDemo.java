package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import io.vertx.core.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.util.Optional;

/** Secret addresses on the demo, read as a feed reader does. */
abstract class FeedsOnDemo extends OnDemo {
  static final String UPDATES = W + "/updates";

  JsonObject make(Browser who) {
    Browser.Reply made =
        who.post(
            W + "/feeds", new JsonObject().put("name", "My reader"), "Idempotency-Key", "f1234567");
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made.json();
  }

  /** As a program that has the address and nothing else. */
  Browser.Reply read(String address, String... headers) {
    return new Browser(base).send("GET", URI.create(address).getPath(), null, headers);
  }

  static SyndFeed parsed(Browser.Reply reply) throws FeedException {
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return new SyndFeedInput().build(new StringReader(reply.text()));
  }

  static Optional<SyndEntry> titled(SyndFeed feed, String title) {
    return feed.getEntries().stream().filter(e -> e.getTitle().equals(title)).findFirst();
  }

  /** As a program that narrows what it reads. */
  Browser.Reply narrowed(String address, String query) {
    return new Browser(base).send("GET", URI.create(address).getPath() + "?" + query, null);
  }

  void contentOfMail(String mode) {
    Browser.Reply set = amina.post(W + "/mail-content", new JsonObject().put("mode", mode));
    assertThat(set.status()).as(set.text()).isEqualTo(201);
  }

  static JsonObject update(String title, String body) {
    return new JsonObject().put("title", title).put("body", body);
  }

  /** The audience of dara's company alone. */
  String own() {
    String seat = dara.get(W).json().getString("seat");
    return dara.get(W).json().getJsonArray("seats").stream()
        .map(JsonObject.class::cast)
        .filter(s -> s.getString("id").equals(seat))
        .map(s -> "COMPANY_ONLY(" + s.getString("organisation") + ")")
        .findFirst()
        .orElseThrow();
  }
}
