/** Photos that somebody sent: whether they can be printed, and their pixels without all else. */
package org.sistercityimpact.warehouse.photo;
