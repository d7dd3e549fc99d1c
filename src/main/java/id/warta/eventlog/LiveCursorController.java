package id.warta.eventlog;

import graphql.GraphQLContext;
import id.warta.platform.UnavailableException;

import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class LiveCursorController {

	@QueryMapping
	String liveCursor(GraphQLContext context) {
		EventCursor cursor = context.get(EventCursor.class);
		if (cursor == null) {
			throw new UnavailableException("This process doesn't follow the event log");
		}
		return cursor.toString();
	}

}
