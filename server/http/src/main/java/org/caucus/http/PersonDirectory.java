package org.caucus.http;

import io.vertx.core.Future;
import java.util.Optional;
import org.caucus.platform.i18n.Language;
import org.jspecify.annotations.Nullable;

/** What routes need of persons. Implemented by {@code identity}. */
public interface PersonDirectory {
  /**
   * A human; knows nothing of workspaces.
   *
   * @param language in which to write to them; null if they chose none
   */
  record Person(
      String id, String name, String address, boolean operator, @Nullable Language language) {}

  /** The person with this id. */
  Future<Optional<Person>> find(String id);

  /** The person who holds this address, if it is an address and anybody does. */
  Future<Optional<Person>> byAddress(String address);

  /** The person who holds this verified address; made if nobody does. */
  Future<Person> ensure(String address, String name);

  /** Begins a browser session for a person who has just proved an address: the Set-Cookie value. */
  Future<String> beginSession(String person, String device);

  /**
   * The same for the person who has a link that was mailed to them. Letters are passed on, so it
   * proves nothing: before anything that matters they are asked who they are.
   */
  Future<String> beginByLink(String person, String device);

  /** The id of the sign-in that begins with this Set-Cookie value ({@link SessionMatch}). */
  String signInOf(String person, String cookie);

  /** Ends the sessions of a person that began by a link, and in which nobody proved to be them. */
  Future<Void> endByLink(String person);
}
