package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import org.caucus.mail.message.ParsedLetter;
import org.junit.jupiter.api.Test;

/** A concern about a provision, without the browser, over a real connection. */
class ConcernsByMailTest extends ByMail {
  private static final String TEXT = "draft-code@lists.example";

  private JsonObject hanging(String path) {
    return amina.get(W + "/instruments/draft-code/provisions/" + path + "/hanging").json();
  }

  @Test
  void aLineAtTheHeadNamesTheProvision() throws IOException {
    String title = "A day is too short for us";
    say(
        "raise a concern",
        NGOZI,
        TEXT,
        title,
        "Provision: 3(b)\nAudience: civil society\n\nNobody reads notices at night.");

    JsonObject issue = opened(title);
    assertThat(issue.getString("tracker")).isEqualTo("COP");
    assertThat(issue.getString("type")).isEqualTo("PROVISION_CONCERN");
    assertThat(issue.getString("audience")).isEqualTo("CIVIL_SOCIETY");
    assertThat(issue.getJsonObject("reference").getString("number")).isEqualTo("PART I, 3(b)");
    assertThat(hanging("i.3.b").encode()).contains(title);
    assertThat(as("dara@").get(W + "/instruments/draft-code/provisions/i.3.b/hanging").text())
        .doesNotContain(title);
  }

  @Test
  void itsAddressNamesTheProvision() throws IOException {
    String title = "Which court, and where?";
    say("raise it there", NGOZI, "draft-code+i.3.a@lists.example", title, "It does not say.");

    opened(title);
    assertThat(hanging("i.3.a").encode()).contains(title);
  }

  @Test
  void whatIsNoProvisionIsAnsweredAndNothingIsOpened() throws IOException {
    String title = "About what is not there";
    say("name none", NGOZI, TEXT, title, "Provision: 99(z)\n\nIt is not there.");

    assertThat(ParsedLetter.of(soon(NGOZI, "no such provision")).text()).contains("3(b)");
    assertThat(issue(title)).isEmpty();
  }
}
