/** JSON without a library, since none runs on every platform that the checker runs on. */
package org.sistercityimpact.check.json;
