package id.warta.identity;

import java.util.List;

import graphql.schema.DataFetchingEnvironment;
import id.warta.platform.access.SignedIn;
import id.warta.platform.access.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class MeController {

	private final StaffDirectory directory;

	MeController(StaffDirectory directory) {
		this.directory = directory;
	}

	@QueryMapping
	@Nullable Me me(DataFetchingEnvironment environment) {
		Viewer viewer = Viewer.of(environment);
		People people = this.directory.people();
		Staff staff = (viewer.staffId() != null) ? people.byId(viewer.staffId()) : null;
		if (staff == null) {
			return null;
		}
		return Me.of(staff, viewer, SignedIn.isMachine(environment) ? List.of() : people.tokensOf(staff.id()));
	}

}
