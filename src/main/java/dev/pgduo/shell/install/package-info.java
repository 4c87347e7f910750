/** What an installation adds to a system: completion for interactive shells, and the manual page. */
@NullMarked
package dev.pgduo.shell.install;

import org.jspecify.annotations.NullMarked;
