@NullMarked
package dev.pgduo.session.scan;

import org.jspecify.annotations.NullMarked;
