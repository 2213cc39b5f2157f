/** What was read and is not adopted: beside the log, its reader's alone, corrected, and ended. */
@NullMarked
package org.caucus.coalition.instruments.intake;

import org.jspecify.annotations.NullMarked;
