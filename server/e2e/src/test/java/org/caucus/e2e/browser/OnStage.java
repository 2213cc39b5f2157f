package org.caucus.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Tests that share one stage for their class; a look that found a fault fails its test. */
@Tag("browser")
abstract class OnStage {
  /** The tag of tests whose browsers keep the program and fetch views ahead. */
  static final String KEEPS_PROGRAM = "keeps-program";

  @TempDir static Path data;
  static Stage stage;

  final List<String> faults = new ArrayList<>();
  final Look look = new Look(faults);

  @BeforeAll
  static void openStage(TestInfo test) throws IOException {
    stage = Stage.open(data);
    if (!test.getTags().contains(KEEPS_PROGRAM)) {
      stage.savingData();
    }
  }

  @AfterAll
  static void closeStage() {
    if (stage != null) {
      stage.close();
    }
  }

  @AfterEach
  void noLookFoundAFault() {
    assertThat(faults).isEmpty();
  }
}
