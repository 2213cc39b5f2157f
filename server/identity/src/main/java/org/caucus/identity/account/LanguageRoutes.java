package org.caucus.identity.account;

import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.identity.Persons;
import org.caucus.platform.i18n.Language;

/** {@code /api/me/language}: in which language this server writes to a person. */
public final class LanguageRoutes implements Routes {
  private final Persons persons;

  /** Routes over these persons. */
  public LanguageRoutes(Persons persons) {
    this.persons = persons;
  }

  @Override
  public void mount(Operations operations) {
    operations.forPerson("setLanguage", this::choose);
  }

  private ApiResponse choose(ApiRequest call) {
    Language chosen = Language.tagged(call.body().getString("language")).orElseThrow();
    persons.speak(call.caller().person(), chosen).await();
    return ApiResponse.empty(204);
  }
}
