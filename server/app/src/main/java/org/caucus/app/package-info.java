/** The program: {@link org.caucus.app.Main} starts the server or does what an operator asks. */
@NullMarked
package org.caucus.app;

import org.jspecify.annotations.NullMarked;
