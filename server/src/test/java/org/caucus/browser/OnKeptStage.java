package org.caucus.browser;

import org.junit.jupiter.api.BeforeAll;

/** Tests in which lines break or pages are opened anew: their browsers keep the program. */
abstract class OnKeptStage extends OnStage {
  @BeforeAll
  static void keepTheProgram() {
    stage.keeping();
  }
}
