-- Lists of imports, newest first, by pages.
create index cn_import_newest on cn_import (realm, created_at, id);
