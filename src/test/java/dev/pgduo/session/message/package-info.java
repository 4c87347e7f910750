@NullMarked
package dev.pgduo.session.message;

import org.jspecify.annotations.NullMarked;
