@NullMarked
package dev.pgduo.session.copy;

import org.jspecify.annotations.NullMarked;
