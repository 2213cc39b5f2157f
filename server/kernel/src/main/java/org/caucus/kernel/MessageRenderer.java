package org.caucus.kernel;

import java.util.ServiceLoader;

/** Says a message in English. The catalogues are of a later module, which provides this service. */
public interface MessageRenderer {
  /** The one on the class path; without one, a message is its code. */
  MessageRenderer INSTALLED =
      ServiceLoader.load(MessageRenderer.class, MessageRenderer.class.getClassLoader())
          .findFirst()
          .orElse(Message::code);

  /** The sentence in English. */
  String english(Message message);
}
