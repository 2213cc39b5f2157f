package org.caucus.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.kernel.support.Checkout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** E-mails that send people to a page call it as the page is called there. */
class PageNamesTest {
  private static final String QUOTED = "'([^']*)'";

  /** What the browser prints for the first entry of this form. */
  private static String printed(Language language, String words, String form) throws IOException {
    String file = "web/src/words/" + words + language.tag() + ".ts";
    Matcher entry = Pattern.compile(form).matcher(Files.readString(Checkout.root(file)));
    assertThat(entry.find()).as("%s in %s", form, file).isTrue();
    return entry.group(1);
  }

  private static String said(Language language, String area, String key) {
    return MessageCatalogue.of(area).text(language, key);
  }

  @ParameterizedTest
  @EnumSource
  void whereEmailIsChosen(Language language) throws IOException {
    String page = printed(language, "", "\\bmyMail: " + QUOTED);

    assertThat(said(language, "stopping", "ended.open")).isEqualTo(page);
    assertThat(said(language, "stopping", "ended.text")).contains(page);
    assertThat(said(language, "bounces", "complaint")).contains(page);
  }

  @ParameterizedTest
  @EnumSource
  void whereRecoveriesAreConfirmed(Language language) throws IOException {
    String part = "title: " + QUOTED + ", help: '[^']*',\\s*number:";

    assertThat(said(language, "notices", "recovery-awaited"))
        .contains(printed(language, "", "\\bpeople: " + QUOTED))
        .contains(printed(language, "account.", part));
  }

  @ParameterizedTest
  @EnumSource
  void whatWaitsForCompanies(Language language) throws IOException {
    String view = printed(language, "issues.", "\\bwaiting: " + QUOTED);

    assertThat(said(language, "notices", "answer-question")).contains(view);
    assertThat(said(language, "notices", "requests")).contains(view);
  }
}
