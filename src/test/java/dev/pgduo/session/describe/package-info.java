@NullMarked
package dev.pgduo.session.describe;

import org.jspecify.annotations.NullMarked;
