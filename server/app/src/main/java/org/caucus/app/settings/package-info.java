/**
 * What an installation is set to: {@link org.caucus.app.settings.Settings} reads and checks all
 * {@code CAUCUS_...} variables at the start, {@link org.caucus.app.settings.SettingNames} knows
 * every name, and {@link org.caucus.app.settings.CommandLineOptions} are the ones that a command
 * line may give instead.
 */
@NullMarked
package org.caucus.app.settings;

import org.jspecify.annotations.NullMarked;
