@NullMarked
package dev.pgduo.session.help;

import org.jspecify.annotations.NullMarked;
