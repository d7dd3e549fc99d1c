package id.warta.page;

import java.util.List;

/**
 * The answer to {@code createPage} and {@code editPage}.
 *
 * @param page the page as it is now
 */
record PagePayload(NewsroomPage page) {

	public List<Object> errors() {
		return List.of();
	}

}
