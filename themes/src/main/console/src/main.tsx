import "@patternfly/patternfly/patternfly-addons.css";
import "@patternfly/react-core/dist/styles/base.css";
import "@keycloak/keycloak-admin-ui/styles.css";
import "./shell/console.css";

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createHashRouter, RouterProvider } from "react-router-dom";
import { Console } from "./shell/Console";
import { startMessages } from "./shell/messages";
import { allRoutes } from "./shell/routes";

await startMessages();

const router = createHashRouter([{ path: "/", element: <Console />, children: allRoutes() }]);

createRoot(document.getElementById("app")!).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
);
