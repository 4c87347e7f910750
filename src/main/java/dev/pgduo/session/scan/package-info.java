/** psql's two lexers: SQL up to its semicolon, and the arguments of backslash commands. */
@NullMarked
package dev.pgduo.session.scan;

import org.jspecify.annotations.NullMarked;
