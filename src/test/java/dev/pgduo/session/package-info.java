@NullMarked
package dev.pgduo.session;

import org.jspecify.annotations.NullMarked;
