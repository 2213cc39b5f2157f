/** Letters about texts and their provisions: each opens an issue. */
@NullMarked
package org.caucus.coalition.instruments.mail;

import org.jspecify.annotations.NullMarked;
