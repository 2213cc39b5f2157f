package org.caucus.messaging.inbound.leakguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** No operation takes sentences past the guard of quotes. */
class QuotedOperationsTest {
  /** What is shorter is no sentence. */
  private static final int SENTENCE_CHARS = 100;

  /** They post no words of theirs to others: addresses, keys, tables that are only looked at. */
  private static final Set<String> SAYING_NOTHING =
      Set.of(
          "stepUp",
          "signInWithPasskey",
          "addPasskey",
          "renamePasskey",
          "addAddress",
          "addInstrument", // shown to nobody else; a text of others is no quote of a letter
          "requestAddressCode",
          "requestCode",
          "createToken",
          "acceptInvitation",
          "createWorkspace",
          "changeAudience",
          "previewAudience",
          "recallPost",
          "createInvitation",
          "addOrganisation",
          "inviteRoster",
          "previewRoster",
          "createImport",
          "createUpload", // its name is looked at where an entry takes it
          "previewIssueImport",
          "createFeed",
          "createWebhook",
          "addPushDevice",
          "updatePushDevices",
          "setEmbargo",
          "setOwnDraft", // nobody else is shown it; it is looked at where it is sent
          "setProfilePicture", // bytes of a picture
          "verifyReceipt");

  @Test
  void whateverTakesASentenceIsGuardedAndCanBeSentKnowingly() throws IOException {
    List<String> open = new ArrayList<>();
    Map<String, Object> contract = contract();
    for (Object path : map(contract.get("paths")).values()) {
      for (Object operation : map(path).values()) {
        if (operation instanceof Map<?, ?> spec && spec.containsKey("requestBody")) {
          String name = String.valueOf(spec.get("operationId"));
          Object body = schema(spec);
          if (body != null
              && !SAYING_NOTHING.contains(name)
              && longest(contract, body) >= SENTENCE_CHARS
              && PostOperation.of(name).isEmpty()) {
            open.add(name);
          }
        }
      }
    }

    assertThat(open).isEmpty();
  }

  private static Map<String, Object> contract() throws IOException {
    try (InputStream yaml = QuotedOperationsTest.class.getResourceAsStream("/openapi.yaml")) {
      LoaderOptions options = new LoaderOptions();
      options.setCodePointLimit(10_000_000);
      return new Yaml(new SafeConstructor(options)).load(yaml);
    }
  }

  private static Object schema(Map<?, ?> spec) {
    Object json = map(map(spec.get("requestBody")).get("content")).get("application/json");
    return json == null ? null : map(json).get("schema");
  }

  /** Characters of the longest text that somebody may write there. */
  private static int longest(Map<String, Object> contract, Object schema) {
    Map<String, Object> resolved = resolved(contract, schema);
    if (resolved.containsKey("maxLength")) {
      boolean chosen = resolved.containsKey("enum") || resolved.containsKey("format");
      return chosen ? 0 : (int) resolved.get("maxLength");
    }
    int longest = 0;
    for (var field : map(resolved.getOrDefault("properties", Map.of())).entrySet()) {
      boolean names =
          Set.of("audience", "audiences", "usual", "token", "address").contains(field.getKey());
      longest = Math.max(longest, names ? 0 : longest(contract, field.getValue()));
    }
    return resolved.containsKey("items")
        ? Math.max(longest, longest(contract, resolved.get("items")))
        : longest;
  }

  private static Map<String, Object> resolved(Map<String, Object> contract, Object schema) {
    Map<String, Object> found = map(schema);
    while (found.get("$ref") instanceof String ref) {
      Object at = contract;
      for (String step : ref.substring(2).split("/", -1)) {
        at = map(at).get(step);
      }
      found = map(at);
    }
    return found;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }
}
